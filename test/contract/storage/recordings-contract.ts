import { describe, expect, test } from 'vitest';
import type { OpenStorage } from '../../support/open-store.ts';
import { START, sampleRecording } from '../../support/sample-rows.ts';
import { openRecordings } from './open-recordings.ts';

export function recordingsContract(open: OpenStorage): void {
  describe('a recording', () => {
    test('comes back as it was stored; a second one of its id changes nothing', async () => {
      const { recordings } = await openRecordings(open);
      const full = sampleRecording({
        roomKey: null,
        state: 'deleted',
        startedAt: null,
        endedAt: START + 1,
        durationSeconds: 60,
        confirmedAt: START + 2,
        failure: 'forceDisconnected',
        deletedBy: 'U1',
        removedAt: START + 3,
        adopted: true,
      });

      expect(await recordings((r) => r.insert(full))).toBe(true);
      expect(await recordings((r) => r.insert(sampleRecording()))).toBe(false);

      expect(await recordings((r) => r.find('recording-1'))).toEqual(full);
      expect(await recordings((r) => r.find('other'))).toBeUndefined();
    });

    test('advanced from the state it was read in: changes; from an older one: does not', async () => {
      const { recordings, add } = await openRecordings(open);
      await add({});
      const read = sampleRecording();
      const ended = { state: 'ended', endedAt: START + 9 } as const;

      expect(await recordings((r) => r.advance(read, ended))).toBe(true);
      expect(await recordings((r) => r.advance(read, { state: 'uploaded' }))).toBe(false);

      expect(await recordings((r) => r.find('recording-1'))).toEqual({ ...read, ...ended });
    });

    test('advanced by two at once: by one of them', async () => {
      const { recordings, add } = await openRecordings(open);
      await add({ state: 'uploaded' });
      const read = sampleRecording({ state: 'uploaded' });

      const advanced = await Promise.all(
        ['U1', 'U2'].map((deletedBy) =>
          recordings((r) => r.advance(read, { state: 'deleted', deletedBy, removedAt: START })),
        ),
      );

      expect(advanced.toSorted()).toEqual([false, true]);
      const deletedBy = advanced[0] ? 'U1' : 'U2';
      expect(await recordings((r) => r.find('recording-1'))).toMatchObject({ deletedBy });
    });

    test('dropped: is gone, and the others stay', async () => {
      const { recordings, add } = await openRecordings(open);
      await add({}, { recordingId: 'recording-2' });

      await recordings((r) => r.drop('recording-1'));

      expect(await recordings((r) => r.find('recording-1'))).toBeUndefined();
      expect(await recordings((r) => r.find('recording-2'))).toBeDefined();
    });
  });

  describe('the recordings of a session', () => {
    test('claimed with it: those that had no room, once', async () => {
      const { recordings, add } = await openRecordings(open);
      await add(
        { recordingId: 'a', roomKey: null },
        { recordingId: 'b', roomKey: null },
        { recordingId: 'has one', roomKey: 'r2' },
        { recordingId: 'elsewhere', roomKey: null, sessionId: 'session-2' },
      );

      const claimed = await recordings((r) => r.claimOfSession('session-1', 'r1'));

      expect(claimed.toSorted()).toEqual(['a', 'b']);
      expect(await recordings((r) => r.find('a'))).toMatchObject({ roomKey: 'r1' });
      expect(await recordings((r) => r.find('has one'))).toMatchObject({ roomKey: 'r2' });
      expect(await recordings((r) => r.find('elsewhere'))).toMatchObject({ roomKey: null });
      expect(await recordings((r) => r.claimOfSession('session-1', 'r3'))).toEqual([]);
    });

    test('come in order of their start', async () => {
      const { recordings, add } = await openRecordings(open);
      await add(
        { recordingId: 'third', startedAt: START + 3 },
        { recordingId: 'first', startedAt: START + 1 },
        { recordingId: 'second', startedAt: START + 2 },
        { recordingId: 'elsewhere', sessionId: 'session-2' },
      );

      const found = await recordings((r) => r.ofSession('session-1'));

      expect(found.map(({ recordingId }) => recordingId)).toEqual(['first', 'second', 'third']);
    });
  });
}
