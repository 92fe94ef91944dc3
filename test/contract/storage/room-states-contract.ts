import { describe, expect, test } from 'vitest';
import type { Room } from '../../../src/domain/room.ts';
import type { Rooms } from '../../../src/usecases/ports/rooms.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { PROVIDER, START, sampleRoom } from '../../support/sample-rows.ts';
import { openRooms } from './open-rooms.ts';

const MINUTE_MS = 60_000;
const made = { providerRoomId: 'p-1', guestUrl: 'https://meet.example/p-1', expiresAt: START + 1 };

/** A room's states, and what of them the clock ends. */
export function roomStatesContract(open: OpenStorage): void {
  describe('the state of a room', () => {
    const changes: Readonly<Record<string, (rooms: Rooms) => Promise<boolean>>> = {
      open: (r) => r.open('room-1', made),
      fail: (r) => r.fail('room-1', 'error'),
      retry: (r) => r.retry('room-1', 'U1', START),
      expire: (r) => r.expire('room-1'),
    };
    const allowed: Readonly<Record<Room['state'], Readonly<Record<string, Room['state']>>>> = {
      making: { open: 'open', fail: 'failed' },
      open: { expire: 'expired' },
      failed: { retry: 'making' },
      expired: {},
    };
    const pairs = Object.keys(allowed).flatMap((state) =>
      Object.keys(changes).map((change) => [state as Room['state'], change] as const),
    );

    test.each(pairs)('%s, then %s: changes only where it may, and says so', async (state, change) => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom({ state }), 0));

      const changed = await rooms((r) => changes[change]?.(r) ?? Promise.resolve(false));

      const next = allowed[state][change];
      expect(changed).toBe(next !== undefined);
      expect(await rooms((r) => r.find('room-1'))).toMatchObject({ state: next ?? state });
    });

    test('opened: keeps what the provider said, and cannot be opened again', async () => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom(), 0));
      await rooms((r) => r.open('room-1', made));

      expect(await rooms((r) => r.open('room-1', { ...made, providerRoomId: 'p-9' }))).toBe(false);

      const { providerRoomId, guestUrl: joinUrl, expiresAt } = made;
      const room = await rooms((r) => r.find('room-1'));
      expect(room).toMatchObject({ state: 'open', providerRoomId, joinUrl, expiresAt });
    });

    test('closing at another time: only while it is open', async () => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom(), 0));
      const closesAt = async (at: number) => {
        await rooms((r) => r.reschedule('room-1', { expiresAt: at }));
        return (await rooms((r) => r.find('room-1')))?.expiresAt;
      };

      expect(await closesAt(START + 5)).toBeNull();
      await rooms((r) => r.open('room-1', made));
      expect(await closesAt(START + 6)).toBe(START + 6);
      await rooms((r) => r.expire('room-1'));
      expect(await closesAt(START + 7)).toBe(START + 6);
    });

    test('tried again by somebody else, or with its title taken: stays failed', async () => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom({ state: 'failed', createBeganAt: START }), 0));

      expect(await rooms((r) => r.retry('room-1', 'U2', START))).toBe(false);
      await rooms((r) => r.insert(sampleRoom({ roomKey: 'room-2' }), 0));
      expect(await rooms((r) => r.retry('room-1', 'U1', START))).toBe(false);
      await rooms((r) => r.fail('room-2', 'error'));

      expect(await rooms((r) => r.retry('room-1', 'U1', START))).toBe(true);
      expect(await rooms((r) => r.find('room-1'))).toMatchObject({
        state: 'making',
        // Known from before: the room is looked for before it is asked for again.
        createBeganAt: START,
      });
    });

    test('in the making since before a moment: is stuck, unless it was tried again since', async () => {
      const { rooms } = await openRooms(open);
      const stuck = () => rooms(async (r) => (await r.stuck(START + 1, 10)).map(({ roomKey }) => roomKey));
      await rooms((r) => r.insert(sampleRoom(), 0));
      await rooms((r) => r.insert(sampleRoom({ roomKey: 'room-2', createdAt: START + 1 }), 1));
      await rooms((r) => r.insert(sampleRoom({ roomKey: 'room-3', state: 'open' }), 2));
      expect(await stuck()).toEqual(['room-1']);

      const failure = async () => (await rooms((r) => r.find('room-1')))?.failure;
      await rooms((r) => r.fail('room-1', 'room-limit'));
      expect(await stuck()).toEqual([]);
      expect(await failure()).toBe('room-limit');
      await rooms((r) => r.retry('room-1', 'U1', START + 1));
      expect(await stuck()).toEqual([]);
      expect(await failure()).toBeNull();
    });

    test('asked for: is looked for from where the list had been read to before, whatever is read later', async () => {
      const { rooms } = await openRooms(open);
      const from = async () => (await rooms((r) => r.find('room-1')))?.listFrom;
      await rooms((r) => r.insert(sampleRoom(), 0));
      await rooms((r) => r.beginCreate('room-1', START, 'hash'));
      expect(await from()).toBeNull();

      for (const start of [7, 12, 9]) await rooms((r) => r.listedUpTo(PROVIDER, start));
      await rooms((r) => r.listedUpTo('another', 99));
      expect(await from()).toBeNull();
      await rooms((r) => r.beginCreate('room-1', START, 'hash'));
      await rooms((r) => r.listedUpTo(PROVIDER, 20));
      expect(await from()).toBe(12);
      await rooms((r) => r.notBefore('room-1', 15));
      expect(await from()).toBe(15);
    });

    test('handed over: while it is open, and once', async () => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom(), 0));
      const handOver = () =>
        rooms((r) =>
          r.handOver('room-1', { userId: 'U2', name: 'Ben', locale: 'de-DE', timeZone: 'Europe/Berlin' }),
        );

      expect(await handOver()).toBe(false);
      await rooms((r) => r.open('room-1', made));
      expect(await handOver()).toBe(true);
      expect(await handOver()).toBe(false);
      expect(await rooms((r) => r.find('room-1'))).toMatchObject({
        hostUserId: 'U2',
        hostName: 'Ben',
        locale: 'de-DE',
        timeZone: 'Europe/Berlin',
        madeBy: 'U1',
      });
    });

    test('closing after its session, or no longer: its time stays', async () => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom(), 0));
      await rooms((r) => r.open('room-1', made));

      for (const closesAfterSession of [true, false]) {
        await rooms((r) => r.reschedule('room-1', { closesAfterSession }));
        expect(await rooms((r) => r.find('room-1'))).toMatchObject({
          closesAfterSession,
          expiresAt: made.expiresAt,
        });
      }
    });

    test('made for somebody else: tried again by whoever asked for it', async () => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom({ state: 'failed', hostUserId: 'U2', madeBy: 'U1' }), 0));

      expect(await rooms((r) => r.retry('room-1', 'U2', START))).toBe(false);
      expect(await rooms((r) => r.retry('room-1', 'U1', START))).toBe(true);
    });

    test('dropped: only while it is being made', async () => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom(), 0));
      await rooms((r) => r.insert(sampleRoom({ roomKey: 'room-2', title: 'Open', state: 'open' }), 0));

      await rooms(async (r) => {
        await r.drop('room-1');
        await r.drop('room-2');
      });

      expect(await rooms((r) => r.find('room-1'))).toBeUndefined();
      expect(await rooms((r) => r.find('room-2'))).toBeDefined();
    });
  });

  test('a channel that takes no messages: only the first refusal counts, until it takes them again', async () => {
    const { rooms } = await openRooms(open);
    await rooms((r) => r.insert(sampleRoom({ state: 'open' }), 0));
    const refuse = () => rooms((r) => r.refuse('room-1', START));

    expect([await refuse(), await refuse()]).toEqual([true, false]);
    await rooms((r) => r.welcome('room-1'));
    expect([await refuse(), await refuse()]).toEqual([true, false]);
    expect(await rooms((r) => r.refuse('unknown', START))).toBe(false);
  });

  describe('rooms that are overdue', () => {
    const dueAt = START + 60 * MINUTE_MS;
    const openUntil = (roomKey: string, expiresAt: number | null) =>
      sampleRoom({ roomKey, title: roomKey, state: 'open', expiresAt });

    test('open, their time over: in order of time, at most as many as asked for', async () => {
      const { rooms } = await openRooms(open);
      const all = [
        openUntil('late', dueAt),
        openUntil('early', dueAt - 2),
        openUntil('middle', dueAt - 1),
        openUntil('not yet', dueAt + 1),
        openUntil('open end', null),
        { ...openUntil('expired', dueAt - 9), state: 'expired' as const },
      ];
      for (const room of all) await rooms((r) => r.insert(room, 0));

      const overdue = await rooms((r) => r.overdue(dueAt, 10));

      expect(overdue.map(({ roomKey }) => roomKey)).toEqual(['early', 'middle', 'late']);
      expect(await rooms((r) => r.overdue(dueAt, 2))).toEqual(overdue.slice(0, 2));
    });

    test('in session, or within 10 minutes of one: not yet', async () => {
      const { storage, rooms } = await openRooms(open);
      await rooms((r) => r.insert(openUntil('room-1', dueAt), 0));
      const overdueAt = async (now: number) => (await rooms((r) => r.overdue(now, 10))).length;
      await storage.transaction(async ({ sessions }) => {
        await sessions.touch({ provider: PROVIDER, sessionId: 'session', providerRoomId: null }, START);
        await sessions.claim('session', 'room-1');
      });

      expect(await overdueAt(dueAt)).toBe(0);
      await storage.transaction(({ sessions }) => sessions.end('session', dueAt));
      expect(await overdueAt(dueAt + 10 * MINUTE_MS - 1)).toBe(0);
      expect(await overdueAt(dueAt + 10 * MINUTE_MS)).toBe(1);
    });
  });
}
