import { describe, expect, test } from 'vitest';
import type { Sessions } from '../../../src/usecases/ports.ts';
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

      const touched = await sessions((s) => s.touch(PROVIDER, 's', 'p-1', START));

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
      await sessions((s) => s.touch(PROVIDER, 's', null, START));
      await sessions((s) => s.setParticipants('s', [ada], null));

      expect(await sessions((s) => s.touch(PROVIDER, 's', 'p-1', START + 1))).toMatchObject({
        providerRoomId: 'p-1',
        participants: [ada],
      });
      expect(await sessions((s) => s.touch(PROVIDER, 's', 'p-2', START + 2))).toMatchObject({
        providerRoomId: 'p-1',
      });
    });

    test('claimed by two rooms: belongs to the first and never moves', async () => {
      const sessions = await openSessions(open);
      await sessions((s) => s.touch(PROVIDER, 's', null, START));

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
      await sessions((s) => s.touch(PROVIDER, 'waits', 'p-1', START));
      await sessions((s) => s.touch(PROVIDER, 'claimed', 'p-1', START));
      await sessions((s) => s.claim('claimed', 'r1'));
      await sessions((s) => s.touch(PROVIDER, 'other room', 'p-2', START));
      await sessions((s) => s.touch('another', 'other provider', 'p-1', START));

      const unclaimed = await sessions((s) => s.unclaimedOf(PROVIDER, 'p-1'));

      expect(unclaimed.map(({ sessionId }) => sessionId)).toEqual(['waits']);
    });

    test('ended: once, and nobody is in it any more', async () => {
      const sessions = await openSessions(open);
      await sessions((s) => s.touch(PROVIDER, 's', null, START));
      await sessions((s) => s.start('s', START));
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
