import { describe, expect, test } from 'vitest';
import type { Sessions } from '../../../src/usecases/ports/sessions.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { PROVIDER, START } from '../../support/sample-rows.ts';

const ada = { participantId: 'p1', name: 'Ada', isHost: true };
const ben = { participantId: 'p2', name: 'Ben', isHost: false };

/** Each `sessions(work)` is a transaction of its own. */
async function openSessions(open: OpenStorage) {
  const { storage } = await open();
  return <T>(work: (sessions: Sessions) => Promise<T>) =>
    storage.transaction((tables) => work(tables.sessions));
}

export function sessionsContract(open: OpenStorage): void {
  describe('a session', () => {
    test('touched for the first time: is there, empty', async () => {
      const sessions = await openSessions(open);

      const touched = await sessions((s) =>
        s.touch({ provider: PROVIDER, sessionId: 's', providerRoomId: 'p-1' }, START),
      );

      expect(touched).toEqual({
        sessionId: 's',
        provider: PROVIDER,
        roomKey: null,
        providerRoomId: 'p-1',
        startedAt: null,
        endedAt: null,
        participants: [],
        emptySince: null,
        lookSince: null,
      });
      expect(await sessions((s) => s.find('s'))).toEqual(touched);
      expect(await sessions((s) => s.find('other'))).toBeUndefined();
    });

    test('touched again: keeps what it has, and learns its provider room once', async () => {
      const sessions = await openSessions(open);
      await sessions((s) => s.touch({ provider: PROVIDER, sessionId: 's', providerRoomId: null }, START));
      await sessions((s) => s.setParticipants('s', [ada], null));

      expect(
        await sessions((s) =>
          s.touch({ provider: PROVIDER, sessionId: 's', providerRoomId: 'p-1' }, START + 1),
        ),
      ).toMatchObject({
        providerRoomId: 'p-1',
        participants: [ada],
      });
      expect(
        await sessions((s) =>
          s.touch({ provider: PROVIDER, sessionId: 's', providerRoomId: 'p-2' }, START + 2),
        ),
      ).toMatchObject({
        providerRoomId: 'p-1',
      });
    });

    test('first heard of from a room: is its own at once; heard of before: is whose it was', async () => {
      const sessions = await openSessions(open);
      const seen = { provider: PROVIDER, providerRoomId: null };
      await sessions((s) => s.touch({ ...seen, sessionId: 'known' }, START));

      const touched = await Promise.all(
        ['new', 'known', 'new'].map((sessionId, n) =>
          sessions((s) => s.touch({ ...seen, sessionId, roomKey: `r${n}` }, START)),
        ),
      );

      const [first, known, again] = touched.map(({ roomKey }) => roomKey);
      expect(['r0', 'r2']).toContain(first);
      expect(again).toBe(first);
      expect(known).toBeNull();
    });

    test('claimed by two rooms: belongs to the first and never moves', async () => {
      const sessions = await openSessions(open);
      await sessions((s) => s.touch({ provider: PROVIDER, sessionId: 's', providerRoomId: null }, START));

      const rooms = ['r1', 'r2', 'r3'];
      const claims = await Promise.all(rooms.map((key) => sessions((s) => s.claim('s', key))));
      const roomKey = rooms[claims.indexOf(true)];

      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await sessions((s) => s.find('s'))).toMatchObject({ roomKey });
      expect(await sessions((s) => s.claim('s', 'r4'))).toBe(false);
      expect(await sessions((s) => s.find('s'))).toMatchObject({ roomKey });
      expect(await sessions((s) => s.claim('unknown', 'r1'))).toBe(false);
    });

    test('that waits for its room: is found by the provider room it named', async () => {
      const sessions = await openSessions(open);
      await sessions((s) =>
        s.touch({ provider: PROVIDER, sessionId: 'waits', providerRoomId: 'p-1' }, START),
      );
      await sessions((s) =>
        s.touch({ provider: PROVIDER, sessionId: 'claimed', providerRoomId: 'p-1' }, START),
      );
      await sessions((s) => s.claim('claimed', 'r1'));
      await sessions((s) =>
        s.touch({ provider: PROVIDER, sessionId: 'other room', providerRoomId: 'p-2' }, START),
      );
      await sessions((s) =>
        s.touch({ provider: 'another', sessionId: 'other provider', providerRoomId: 'p-1' }, START),
      );

      const unclaimed = await sessions((s) => s.unclaimedOf(PROVIDER, 'p-1'));

      expect(unclaimed.map(({ sessionId }) => sessionId)).toEqual(['waits']);
    });

    test('the last end in a room: of those that ended there, none without one', async () => {
      const sessions = await openSessions(open);
      const lastEnd = () => sessions((s) => s.lastEndIn('r1'));
      for (const [sessionId, roomKey] of [
        ['early', 'r1'],
        ['late', 'r1'],
        ['open', 'r1'],
        ['elsewhere', 'r2'],
      ] as const) {
        const seen = { provider: PROVIDER, sessionId, providerRoomId: null, roomKey };
        await sessions((s) => s.touch(seen, START));
      }
      expect(await lastEnd()).toBeNull();

      await sessions((s) => s.end('late', START + 9));
      await sessions((s) => s.end('early', START + 5));
      await sessions((s) => s.end('elsewhere', START + 99));

      expect(await lastEnd()).toBe(START + 9);
    });

    test('when it began: as told last, and kept where a callback does not tell', async () => {
      const sessions = await openSessions(open);
      const seen = { provider: PROVIDER, sessionId: 's', providerRoomId: null };

      expect((await sessions((s) => s.touch(seen, START))).startedAt).toBeNull();
      expect((await sessions((s) => s.touch({ ...seen, startedAt: START + 3 }, START))).startedAt).toBe(
        START + 3,
      );
      expect((await sessions((s) => s.touch(seen, START))).startedAt).toBe(START + 3);
    });

    test('ended: once, and nobody is in it any more', async () => {
      const sessions = await openSessions(open);
      const seen = { provider: PROVIDER, sessionId: 's', providerRoomId: null };
      await sessions((s) => s.touch({ ...seen, startedAt: START }, START));
      await sessions((s) => s.setParticipants('s', [ada, ben], null));

      expect(await sessions((s) => s.end('s', START + 5))).toBe(true);
      expect(await sessions((s) => s.end('s', START + 9))).toBe(false);
      await sessions((s) => s.setParticipants('s', [ben], null));

      expect(await sessions((s) => s.find('s'))).toMatchObject({
        startedAt: START,
        endedAt: START + 5,
        participants: [],
      });
    });
  });
}
