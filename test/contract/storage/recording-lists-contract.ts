import { describe, expect, test } from 'vitest';
import type { Recording } from '../../../src/domain/recording.ts';
import type { RecordingCursor } from '../../../src/domain/recordings-list.ts';
import type { RecordingFilter } from '../../../src/usecases/ports/recordings.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { START, sampleRecording, sampleRoom } from '../../support/sample-rows.ts';
import { openRecordings } from './open-recordings.ts';

export function recordingListsContract(open: OpenStorage): void {
  describe('the list of recordings', () => {
    const rooms = [
      sampleRoom({ roomKey: 'here', title: 'Here' }),
      sampleRoom({ roomKey: 'also here', title: 'Also_here 100%', hostUserId: 'U2' }),
      sampleRoom({ roomKey: 'direct', title: 'Direct', channelId: 'D9', direct: true, postChannelId: 'D1' }),
      sampleRoom({ roomKey: 'elsewhere', channelId: 'C2' }),
      sampleRoom({ roomKey: 'other team', teamId: 'T2' }),
    ];

    async function openList() {
      const { storage, recordings, add } = await openRecordings(open);
      await storage.transaction(async (tables) => {
        for (const room of rooms) await tables.rooms.insert(room, 0);
      });
      await add(
        { recordingId: 'a', roomKey: 'here', createdAt: START + 1 },
        {
          recordingId: 'b',
          roomKey: 'also here',
          sessionId: 's-b',
          createdAt: START + 3,
          state: 'uploaded',
          endedAt: START,
        },
        {
          recordingId: 'c',
          roomKey: 'here',
          createdAt: START + 2,
          durationSeconds: 5,
          confirmedAt: START,
          adopted: true,
        },
        { recordingId: 'd', roomKey: 'here', createdAt: START + 2, state: 'ended' },
        { recordingId: 'deleted', roomKey: 'here', state: 'deleted', deletedBy: 'U1', removedAt: START },
        { recordingId: 'gone', roomKey: 'here', state: 'gone', removedAt: START },
        { recordingId: 'unclaimed', roomKey: null },
        { recordingId: 'in direct messages', roomKey: 'direct' },
        { recordingId: 'in another channel', roomKey: 'elsewhere' },
        { recordingId: 'in another workspace', roomKey: 'other team' },
      );
      return async (
        filter: Omit<RecordingFilter, 'teamId'>,
        limit = 10,
        cursor: { after?: RecordingCursor; before?: RecordingCursor } = {},
      ) => recordings((r) => r.list({ teamId: 'T1', ...filter }, { limit, ...cursor }));
    }
    const idsOf = (rows: readonly { readonly recording: Recording }[]) =>
      rows.map(({ recording }) => recording.recordingId);

    test('of a channel: newest first, without those that are gone or belong elsewhere', async () => {
      const list = await openList();

      const found = await list({ channelId: 'C1' });

      expect(idsOf(found)).toEqual(['b', 'd', 'c', 'a']);
      expect(idsOf(await list({ channelId: 'C1' }, 2))).toEqual(['b', 'd']);
    });

    test('page by page: each once, in the same order', async () => {
      const list = await openList();
      const pages: string[][] = [];
      let after: RecordingCursor | undefined;
      do {
        const page = await list({ channelId: 'C1' }, 1, after === undefined ? {} : { after });
        after = page.at(-1)?.recording;
        pages.push(idsOf(page));
      } while (after !== undefined);

      expect(pages).toEqual([['b'], ['d'], ['c'], ['a'], []]);
    });

    test('the page before a row: its neighbours above, in the same order', async () => {
      const list = await openList();
      const all = (await list({ channelId: 'C1' })).map(({ recording }) => recording);
      const pageBefore = async (row: number, limit: number) => {
        const cursor = all[row];
        if (cursor === undefined) throw new Error('no such row');
        return idsOf(await list({ channelId: 'C1' }, limit, { before: cursor }));
      };

      expect(await pageBefore(3, 2)).toEqual(['d', 'c']);
      expect(await pageBefore(2, 5)).toEqual(['b', 'd']);
      expect(await pageBefore(0, 5)).toEqual([]);
    });

    test('the recordings of several sessions at once: those and no others, each in order of start', async () => {
      const { recordings, add } = await openRecordings(open);
      await add(
        { recordingId: 'b2', sessionId: 'b', startedAt: START + 2 },
        { recordingId: 'a1', sessionId: 'a', startedAt: START },
        { recordingId: 'b1', sessionId: 'b', startedAt: START + 1, state: 'gone' },
        { recordingId: 'c1', sessionId: 'c', startedAt: START },
      );

      const found = await recordings((r) => r.ofSessions(['a', 'b', 'unknown']));

      const of = (sessionId: string) => found.filter((r) => r.sessionId === sessionId);
      expect(of('a').map(({ recordingId }) => recordingId)).toEqual(['a1']);
      expect(of('b').map(({ recordingId }) => recordingId)).toEqual(['b1', 'b2']);
      expect(found).toHaveLength(3);
      expect(await recordings((r) => r.ofSessions([]))).toEqual([]);
    });

    test.each<[string, Omit<RecordingFilter, 'teamId' | 'channelId'>, string[]]>([
      ['part of the title', { text: 'also' }, ['b']],
      ['a title with characters that mean something in SQL', { text: '_here 100%' }, ['b']],
      ['those characters where no title has them', { text: 'h_re' }, []],
      ['the host', { hostUserId: 'U2' }, ['b']],
      ['from a moment on', { from: START + 2 }, ['b', 'd', 'c']],
      ['before a moment', { to: START + 2 }, ['a']],
      ['the session', { sessionId: 's-b' }, ['b']],
      ['all at once', { from: START + 2, to: START + 3, text: 'here', hostUserId: 'U1' }, ['d', 'c']],
    ])('filtered by %s', async (_by, filter, expected) => {
      const list = await openList();

      expect(idsOf(await list({ channelId: 'C1', ...filter }))).toEqual(expected);
    });

    test('a session that is claimed later: its recordings are listed from then on', async () => {
      const { storage, recordings, add } = await openRecordings(open);
      await storage.transaction((tables) => tables.rooms.insert(sampleRoom({ roomKey: 'here' }), 0));
      await add({ recordingId: 'waits', roomKey: null, sessionId: 's1' });
      const list = () => recordings((r) => r.list({ teamId: 'T1', channelId: 'C1' }, { limit: 10 }));
      expect(await list()).toEqual([]);

      await recordings((r) => r.claimOfSession('s1', 'here'));

      expect(idsOf(await list())).toEqual(['waits']);
    });

    test('whole recordings with their rooms', async () => {
      const list = await openList();

      const [, , c] = await list({ channelId: 'C1' });

      expect(c).toEqual({
        recording: sampleRecording({
          recordingId: 'c',
          roomKey: 'here',
          createdAt: START + 2,
          durationSeconds: 5,
          confirmedAt: START,
          adopted: true,
        }),
        room: rooms[0],
      });
    });

    test('of one room of the channel', async () => {
      const list = await openList();

      expect(idsOf(await list({ channelId: 'C1', roomKey: 'also here' }))).toEqual(['b']);
      expect(idsOf(await list({ channelId: 'C1', roomKey: 'elsewhere' }))).toEqual([]);
    });

    test('of a room whose messages go to its host: there, and where it was made', async () => {
      const list = await openList();

      expect(idsOf(await list({ channelId: 'D1' }))).toEqual(['in direct messages']);
      expect(idsOf(await list({ channelId: 'D9' }))).toEqual(['in direct messages']);
    });
  });
}
