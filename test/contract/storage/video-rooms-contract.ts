import { describe, expect, test } from 'vitest';
import type { VideoRooms } from '../../../src/usecases/ports/video-rooms.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { START, sampleVideoRoom } from '../../support/sample-rows.ts';

export function videoRoomsContract(open: OpenStorage): void {
  async function openVideoRooms() {
    const { storage } = await open();
    return <T>(work: (rooms: VideoRooms) => Promise<T>) =>
      storage.transaction(({ videoRooms }) => work(videoRooms));
  }

  describe('rooms of our own', () => {
    test('one that was made: found by its code and by its key, as it was made', async () => {
      const rooms = await openVideoRooms();
      const instant = sampleVideoRoom();
      const long = sampleVideoRoom({ providerRoomId: 'code-2', roomKey: 'room-2', isLongTerm: true });

      for (const room of [instant, long]) expect(await rooms((r) => r.insert(room))).toBe(true);

      expect(await rooms((r) => r.find('code-1'))).toEqual(instant);
      expect(await rooms((r) => r.findByKey('room-2'))).toEqual(long);
      expect(await rooms((r) => r.find('room-1'))).toBeUndefined();
      expect(await rooms((r) => r.findByKey('code-1'))).toBeUndefined();
    });

    test('made again for the same key, twice at once: the first one stays', async () => {
      const rooms = await openVideoRooms();
      const again = ['code-1', 'code-2', 'code-3'].map((providerRoomId) =>
        rooms((r) => r.insert(sampleVideoRoom({ providerRoomId }))),
      );

      const inserted = await Promise.all(again);

      expect(inserted.filter(Boolean)).toHaveLength(1);
      const winner = `code-${inserted.indexOf(true) + 1}`;
      expect(await rooms((r) => r.findByKey('room-1'))).toMatchObject({ providerRoomId: winner });
    });

    test('rescheduled: that one alone, and it stays as long-term as it was', async () => {
      const rooms = await openVideoRooms();
      const other = sampleVideoRoom({ providerRoomId: 'code-2', roomKey: 'room-2' });
      await rooms((r) => r.insert(sampleVideoRoom({ isLongTerm: true })));
      await rooms((r) => r.insert(other));

      const closing = { expiresAt: START + 5, closesAfterSession: true };
      await rooms((r) => r.reschedule('code-1', closing));

      expect(await rooms((r) => r.find('code-1'))).toEqual(sampleVideoRoom({ isLongTerm: true, ...closing }));
      expect(await rooms((r) => r.find('code-2'))).toEqual(other);
    });

    test('several sessions for one room at once: one of them is its session, the others hear so', async () => {
      const rooms = await openVideoRooms();
      await rooms((r) => r.insert(sampleVideoRoom()));
      const made = ['s1', 's2', 's3', 's4', 's5'];

      const won = await Promise.all(made.map((session) => rooms((r) => r.activate('code-1', session, null))));

      expect(won.filter(Boolean)).toHaveLength(1);
      const activeSessionId = made[won.indexOf(true)];
      expect(await rooms((r) => r.find('code-1'))).toMatchObject({ activeSessionId });
    });

    test('a session that is over: the next one takes its place, but not that of a third', async () => {
      const rooms = await openVideoRooms();
      await rooms((r) => r.insert(sampleVideoRoom({ activeSessionId: 's1' })));

      expect(await rooms((r) => r.activate('code-1', 's2', null))).toBe(false);
      expect(await rooms((r) => r.activate('code-1', 's2', 's1'))).toBe(true);
      expect(await rooms((r) => r.activate('code-1', 's3', 's1'))).toBe(false);

      expect(await rooms((r) => r.find('code-1'))).toMatchObject({ activeSessionId: 's2' });
    });

    test('no room of that code: nothing to activate', async () => {
      const rooms = await openVideoRooms();

      expect(await rooms((r) => r.activate('code-1', 's1', null))).toBe(false);
    });
  });
}
