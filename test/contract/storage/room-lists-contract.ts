import { describe, expect, test } from 'vitest';
import type { Room } from '../../../src/domain/room.ts';
import type { RoomCursor } from '../../../src/domain/room-list.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { PROVIDER, START, sampleRoom } from '../../support/sample-rows.ts';
import { openRooms } from './open-rooms.ts';

const place = { teamId: 'T1', channelId: 'C1' };
const cursorOf = ({ state, createdAt, roomKey }: Room): RoomCursor => ({
  isOpen: state === 'open',
  createdAt,
  roomKey,
});
const room = (roomKey: string, changes: Partial<Room>) =>
  sampleRoom({ roomKey, title: roomKey, state: 'open', ...changes });

/** A channel's rooms as they are listed, and the one somebody is in. */
export function roomListsContract(open: OpenStorage): void {
  describe("a channel's rooms", () => {
    test('open ones first, each part newest first; without those that never came to be, and those elsewhere', async () => {
      const { rooms } = await openRooms(open);
      const all = [
        room('closed-old', { state: 'expired', createdAt: START }),
        room('open-old', { createdAt: START + 1 }),
        room('closed-new', { state: 'expired', createdAt: START + 2 }),
        room('open-new-a', { createdAt: START + 3 }),
        room('open-new-b', { createdAt: START + 3 }),
        room('failed', { state: 'failed', createdAt: START + 4 }),
        room('making', { state: 'making', createdAt: START + 4 }),
        room('elsewhere', { channelId: 'C2' }),
        room('another team', { teamId: 'T2' }),
      ];
      for (const one of all) await rooms((r) => r.insert(one, 0));

      const listed = await rooms((r) => r.list(place, { limit: 10 }));

      const order = ['open-new-b', 'open-new-a', 'open-old', 'closed-new', 'closed-old'];
      expect(listed.map(({ roomKey }) => roomKey)).toEqual(order);
    });

    test('unfinished: those being made, and those that failed one person lately; newest first', async () => {
      const { rooms } = await openRooms(open);
      const all = [
        room('open', {}),
        room('making', { state: 'making', hostUserId: 'U2', madeBy: 'U2', createdAt: START + 2 }),
        room('making in C2', { state: 'making', channelId: 'C2', createdAt: START + 2 }),
        room('failed', { state: 'failed', createdAt: START + 3 }),
        room('failed before', { state: 'failed', createdAt: START }),
        room("another's", { state: 'failed', madeBy: 'U2', createdAt: START + 3 }),
        room('failed in C2', { state: 'failed', channelId: 'C2', createdAt: START + 3 }),
      ];
      for (const one of all) await rooms((r) => r.insert(one, 0));
      const unfinished = async (limit: number) =>
        (await rooms((r) => r.unfinished(place, { by: 'U1', since: START + 1 }, limit))).map(
          (r) => r.roomKey,
        );

      expect(await unfinished(9)).toEqual(['failed', 'making']);
      expect(await unfinished(1)).toEqual(['failed']);
    });

    test('page by page, on and back: each of them once, in the same order', async () => {
      const { rooms } = await openRooms(open);
      for (let n = 0; n < 23; n++) {
        const state = n % 3 === 0 ? 'expired' : 'open';
        await rooms((r) => r.insert(room(`room-${n}`, { state, createdAt: START + (n % 7) }), 0));
      }
      const whole = await rooms((r) => r.list(place, { limit: 50 }));

      const pages: Room[][] = [];
      for (let after: RoomCursor | undefined; ; ) {
        const at = after;
        const page = await rooms((r) => r.list(place, { limit: 5, ...(at && { after: at }) }));
        const last = page.at(-1);
        if (last === undefined) break;
        pages.push([...page]);
        after = cursorOf(last);
      }

      expect(pages.flat()).toEqual(whole);
      for (const [n, page] of pages.entries()) {
        const [first] = page;
        if (first === undefined) throw new Error('an empty page');
        const before = cursorOf(first);
        expect(await rooms((r) => r.list(place, { limit: 5, before }))).toEqual(pages[n - 1] ?? []);
      }
    });
  });

  describe('a room somebody is in', () => {
    test('the newest open one of the channel, while somebody is in it', async () => {
      const { storage, rooms } = await openRooms(open);
      for (const one of [
        room('old', { createdAt: START }),
        room('new', { createdAt: START + 1 }),
        room('newest, closed', { createdAt: START + 2, state: 'expired' }),
        room('elsewhere', { createdAt: START + 3, channelId: 'C2' }),
      ]) {
        await rooms((r) => r.insert(one, 0));
        const seen = { provider: PROVIDER, sessionId: one.roomKey, providerRoomId: null };
        await storage.transaction(({ sessions }) => sessions.touch({ ...seen, roomKey: one.roomKey }, START));
      }
      const found = async () => (await rooms((r) => r.inSession(place)))?.roomKey;

      expect(await found()).toBe('new');
      await storage.transaction(({ sessions }) => sessions.end('new', START + 9));
      expect(await found()).toBe('old');
      await storage.transaction(({ sessions }) => sessions.setParticipants('old', [], START + 9));
      expect(await found()).toBeUndefined();
    });
  });
}
