import { describe, expect, test } from 'vitest';
import type { OpenStorage } from '../../support/open-store.ts';
import { PROVIDER, START, sampleRoom } from '../../support/sample-rows.ts';
import { openRecordings } from './open-recordings.ts';

const host = { teamId: 'T1', userId: 'U1' };

export function hostedContract(open: OpenStorage): void {
  describe('what somebody is the host of', () => {
    async function openHosted() {
      const { storage, add } = await openRecordings(open);
      await storage.transaction(async ({ rooms }) => {
        await rooms.insert(sampleRoom({ roomKey: 'a', title: 'A', state: 'open', createdAt: START }), 0);
        await rooms.insert(
          sampleRoom({ roomKey: 'b', title: 'B', state: 'open', createdAt: START + 1, channelId: 'C2' }),
          0,
        );
        await rooms.insert(sampleRoom({ roomKey: 'failed', title: 'F', state: 'failed' }), 0);
        await rooms.insert(sampleRoom({ roomKey: 'over', title: 'O', state: 'expired' }), 0);
        await rooms.insert(sampleRoom({ roomKey: "another's", state: 'open', hostUserId: 'U2' }), 0);
        await rooms.insert(sampleRoom({ roomKey: 'elsewhere', state: 'open', teamId: 'T2' }), 0);
      });
      const ready = { state: 'uploaded', confirmedAt: START } as const;
      await add(
        { recordingId: '1', roomKey: 'a', createdAt: START, endedAt: START + 10, ...ready },
        { recordingId: '2', roomKey: 'over', createdAt: START + 2, endedAt: START + 5, ...ready },
        { recordingId: '3', roomKey: 'b', createdAt: START + 1, endedAt: START + 5, state: 'uploaded' },
        { recordingId: 'gone', roomKey: 'a', endedAt: START + 5, state: 'gone', confirmedAt: START },
        {
          recordingId: 'other',
          roomKey: 'a',
          createdAt: START - 1,
          endedAt: START + 5,
          ...ready,
          provider: 'another',
        },
        { recordingId: "another's", roomKey: "another's", endedAt: START + 5, ...ready },
        { recordingId: 'elsewhere', roomKey: 'elsewhere', endedAt: START + 5, ...ready },
      );
      return storage;
    }

    test('rooms by state, newest first, in all channels of the workspace', async () => {
      const storage = await openHosted();
      const keys = (state: 'open' | 'failed', since = 0, limit = 10) =>
        storage.transaction(async ({ hosted }) =>
          (await hosted.rooms(host, { state, since }, limit)).map(({ roomKey }) => roomKey),
        );

      expect(await keys('open')).toEqual(['b', 'a']);
      expect(await keys('open', 0, 1)).toEqual(['b']);
      expect(await keys('open', START + 1)).toEqual(['b']);
      expect(await keys('failed')).toEqual(['failed']);
    });

    test('recordings, newest first, with their rooms', async () => {
      const storage = await openHosted();

      const found = await storage.transaction(({ hosted }) => hosted.recordings(host, 10));

      expect(found.map(({ recording, room }) => [recording.recordingId, room.roomKey])).toEqual([
        ['2', 'over'],
        ['3', 'b'],
        ['1', 'a'],
        ['other', 'a'],
      ]);
      expect(await storage.transaction(({ hosted }) => hosted.recordings(host, 1))).toHaveLength(1);
    });

    test('recordings that are ready and ended in a span of time, the first to go in front', async () => {
      const storage = await openHosted();
      const ids = (after: number, by: number) =>
        storage.transaction(async ({ hosted }) =>
          (await hosted.expiring(host, { provider: PROVIDER, after, by }, 10)).map(
            ({ recording }) => recording.recordingId,
          ),
        );

      expect(await ids(START, START + 10)).toEqual(['2', '1']);
      expect(await ids(START + 5, START + 10)).toEqual(['1']);
      expect(await ids(START, START + 9)).toEqual(['2']);
    });
  });
}
