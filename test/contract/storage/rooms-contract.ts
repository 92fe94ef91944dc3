import { describe, expect, test } from 'vitest';
import type { OpenStorage } from '../../support/open-store.ts';
import { PROVIDER, placeOf, START, sampleRoom } from '../../support/sample-rows.ts';
import { openRooms } from './open-rooms.ts';

const made = { providerRoomId: 'p-1', guestUrl: 'https://meet.example/p-1', expiresAt: START + 1 };

/** What is stored of a room, and how it is found. */
export function roomsContract(open: OpenStorage): void {
  describe('a room', () => {
    test('comes back as it was stored', async () => {
      const { rooms } = await openRooms(open);
      const plain = sampleRoom();
      const full = sampleRoom({
        roomKey: 'room-2',
        direct: true,
        postChannelId: 'D1',
        hostName: 'Ada “L” Löve',
        title: 'R&D <!channel> 🎥',
        recording: 'offered',
        hostOnly: true,
        closes: { kind: 'after', durationMs: 30 * 86_400_000 },
        expiresAt: START + 30 * 86_400_000,
        providerRoomId: 'p-2',
        joinUrl: 'https://meet.example/p-2',
        state: 'open',
        locale: 'de-DE',
        timeZone: 'Europe/Berlin',
        createBeganAt: START + 5,
      });

      for (const room of [plain, full]) expect(await rooms((r) => r.insert(room, 0))).toBe(true);

      expect(await rooms((r) => r.find('room-1'))).toEqual(plain);
      expect(await rooms((r) => r.find('room-2'))).toEqual(full);
      expect(await rooms((r) => r.findByProviderId(PROVIDER, 'p-2'))).toEqual(full);
      expect(await rooms((r) => r.findByProviderId('another', 'p-2'))).toBeUndefined();
      expect(await rooms((r) => r.find('room-3'))).toBeUndefined();
    });

    test('of a title that is live in the channel: only with another twin number', async () => {
      const { rooms } = await openRooms(open);
      const first = sampleRoom();
      const second = sampleRoom({ roomKey: 'room-2', title: '  DESIGN   review ' });
      await rooms((r) => r.insert(first, 0));

      expect(await rooms((r) => r.insert(second, 0))).toBe(false);
      expect(await rooms((r) => r.find('room-2'))).toBeUndefined();
      expect(await rooms((r) => r.nextTwin(placeOf(second)))).toBe(1);
      expect(await rooms((r) => r.insert(second, 1))).toBe(true);
      expect(await rooms((r) => r.findLive(placeOf(first)))).toMatchObject({ roomKey: 'room-2' });
      expect(await rooms((r) => r.nextTwin(placeOf(first)))).toBe(2);
    });

    test.each([
      ['another channel', { channelId: 'C2' }],
      ['another workspace', { teamId: 'T2' }],
      ['another title', { title: 'Design reviews' }],
    ])('of the same title in %s: no rival', async (_where, change) => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom(), 0));
      const other = sampleRoom({ roomKey: 'room-2', ...change });

      expect(await rooms((r) => r.findLive(placeOf(other)))).toBeUndefined();
      expect(await rooms((r) => r.nextTwin(placeOf(other)))).toBe(0);
      expect(await rooms((r) => r.insert(other, 0))).toBe(true);
    });

    test('asked for twice at once: one is stored', async () => {
      const { rooms } = await openRooms(open);

      const stored = await Promise.all(
        ['room-1', 'room-2'].map((roomKey) => rooms((r) => r.insert(sampleRoom({ roomKey }), 0))),
      );

      expect(stored.toSorted()).toEqual([false, true]);
    });

    test.each(['failed', 'expired'] as const)('%s: leaves its title to a new one', async (state) => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom({ state }), 0));

      expect(await rooms((r) => r.findLive(placeOf(sampleRoom())))).toBeUndefined();
      expect(await rooms((r) => r.insert(sampleRoom({ roomKey: 'room-2' }), 0))).toBe(true);
    });
  });

  describe('before a room is made', () => {
    test('what is learnt about host and channel is kept', async () => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom(), 0));
      const facts = {
        postChannelId: 'C1',
        recording: 'offered',
        hostOnly: true,
        locale: 'de-DE',
        timeZone: 'Europe/Berlin',
        hostName: 'Ada',
        expiresAt: START + 1,
      } as const;

      await rooms((r) => r.settle('room-1', facts));

      expect(await rooms((r) => r.find('room-1'))).toMatchObject(facts);
    });

    test('its token finds it from the moment it is written until it is forgotten', async () => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom(), 0));

      await rooms((r) => r.beginCreate('room-1', START + 9, 'hash'));
      expect(await rooms((r) => r.findByToken('hash'))).toMatchObject({
        roomKey: 'room-1',
        createBeganAt: START + 9,
      });
      expect(await rooms((r) => r.findByToken('other'))).toBeUndefined();

      await rooms((r) => r.forgetCreate('room-1'));
      expect(await rooms((r) => r.findByToken('hash'))).toBeUndefined();
      expect(await rooms((r) => r.find('room-1'))).toMatchObject({ createBeganAt: null });
    });

    test('a room that is open already: neither begun anew nor forgotten', async () => {
      const { rooms } = await openRooms(open);
      await rooms((r) => r.insert(sampleRoom(), 0));
      await rooms((r) => r.beginCreate('room-1', START, 'hash'));
      await rooms((r) => r.open('room-1', made));

      await rooms((r) => r.beginCreate('room-1', START + 9, 'other'));
      await rooms((r) => r.forgetCreate('room-1'));

      expect(await rooms((r) => r.findByToken('hash'))).toMatchObject({ createBeganAt: START });
    });
  });

  describe('counting rooms', () => {
    test('made by a person: since then, in this workspace, but for those that could not be made', async () => {
      const { rooms } = await openRooms(open);
      const since = START;
      const mine = [
        sampleRoom({ roomKey: 'a', title: 'a', createdAt: START + 1 }),
        sampleRoom({ roomKey: 'b', title: 'b', createdAt: START + 2, state: 'expired' }),
      ];
      const others = [
        sampleRoom({ roomKey: 'c', title: 'c', createdAt: START }),
        sampleRoom({ roomKey: 'd', title: 'd', createdAt: START + 1, hostUserId: 'U2' }),
        sampleRoom({ roomKey: 'e', title: 'e', createdAt: START + 1, teamId: 'T2' }),
        sampleRoom({ roomKey: 'f', title: 'f', createdAt: START + 1, state: 'failed' }),
      ];
      for (const room of [...mine, ...others]) await rooms((r) => r.insert(room, 0));

      expect(await rooms((r) => r.countMadeBy('T1', 'U1', since))).toBe(mine.length);
    });

    test('live in a workspace: those being made and open', async () => {
      const { rooms } = await openRooms(open);
      const states = ['making', 'open', 'failed', 'expired'] as const;
      for (const state of states) {
        await rooms((r) => r.insert(sampleRoom({ roomKey: state, title: state, state }), 0));
      }
      await rooms((r) => r.insert(sampleRoom({ roomKey: 'elsewhere', teamId: 'T2' }), 0));

      expect(await rooms((r) => r.countLive('T1'))).toBe(2);
      expect(await rooms((r) => r.countAllLive())).toEqual({ all: 3, ofFullestTeam: 2 });
    });

    test('live, when there are none: none', async () => {
      const { rooms } = await openRooms(open);

      expect(await rooms((r) => r.countAllLive())).toEqual({ all: 0, ofFullestTeam: 0 });
    });
  });
}
