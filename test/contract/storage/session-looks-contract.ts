import { describe, expect, test } from 'vitest';
import type { Sessions } from '../../../src/usecases/ports/sessions.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { PROVIDER, START } from '../../support/sample-rows.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ada = { participantId: 'p1', name: 'Ada', isHost: true };

/** Each `sessions(work)` is a transaction of its own; `begin` makes a session of a room. */
async function openSessions(open: OpenStorage) {
  const { storage } = await open();
  const sessions = <T>(work: (sessions: Sessions) => Promise<T>) =>
    storage.transaction((tables) => work(tables.sessions));
  const begin = (sessionId: string, at: number, roomKey = 'room-1') =>
    sessions(async (s) => {
      await s.touch({ provider: PROVIDER, sessionId, providerRoomId: null }, at);
      await s.claim(sessionId, roomKey);
    });
  return { sessions, begin };
}

/** What the clock ends, and when the provider is asked. */
export function sessionLooksContract(open: OpenStorage): void {
  describe('a session without an end', () => {
    const at = (now: number) => ({ provider: PROVIDER, emptySince: now - 10 * MINUTE_MS, now });
    const overdueAt = async (sessions: Awaited<ReturnType<typeof openSessions>>['sessions'], now: number) =>
      (await sessions((s) => s.overdue(at(now), 10))).map(({ sessionId }) => sessionId);

    test('in which nobody is: overdue when the last one left long enough ago', async () => {
      const { sessions, begin } = await openSessions(open);
      await begin('empty', START);
      await begin('in use', START);
      await sessions((s) => s.setParticipants('empty', [], START + MINUTE_MS));
      await sessions((s) => s.setParticipants('in use', [ada], null));

      expect(await sessions((s) => s.find('empty'))).toMatchObject({ emptySince: START + MINUTE_MS });
      expect(await overdueAt(sessions, START + 11 * MINUTE_MS - 1)).toEqual([]);
      expect(await overdueAt(sessions, START + 11 * MINUTE_MS)).toEqual(['empty']);
    });

    test('of another provider: not among those of this one', async () => {
      const { sessions, begin } = await openSessions(open);
      await begin('s', START);
      await sessions((s) => s.setParticipants('s', [], START));
      const other = { ...at(START + DAY_MS), provider: 'another' };

      expect(await sessions((s) => s.overdue(other, 10))).toEqual([]);
      expect(await overdueAt(sessions, START + DAY_MS)).toEqual(['s']);
    });

    test('somebody comes back: not overdue', async () => {
      const { sessions, begin } = await openSessions(open);
      await begin('s', START);
      await sessions((s) => s.setParticipants('s', [], START));

      await sessions((s) => s.setParticipants('s', [ada], null));

      expect(await overdueAt(sessions, START + 60 * MINUTE_MS)).toEqual([]);
    });

    test('whatever is known of it: overdue after a day, the oldest first, at most as many as asked for', async () => {
      const { sessions, begin } = await openSessions(open);
      await begin('second', START + 1);
      await begin('first', START);
      await begin('ended', START);
      await sessions((s) => s.end('ended', START));

      expect(await overdueAt(sessions, START + DAY_MS - 1)).toEqual([]);
      expect(await overdueAt(sessions, START + DAY_MS + 1)).toEqual(['first', 'second']);
      const one = await sessions((s) => s.overdue(at(START + DAY_MS + 1), 1));
      expect(one.map(({ sessionId }) => sessionId)).toEqual(['first']);
    });

    test('ended: nobody has left it empty any more', async () => {
      const { sessions, begin } = await openSessions(open);
      await begin('s', START);
      await sessions((s) => s.setParticipants('s', [], START));

      await sessions((s) => s.end('s', START));

      expect(await sessions((s) => s.find('s'))).toMatchObject({ emptySince: null });
      expect(await overdueAt(sessions, START + 2 * DAY_MS)).toEqual([]);
    });

    test('is found by its room', async () => {
      const { sessions, begin } = await openSessions(open);
      await begin('open', START);
      await begin('elsewhere', START, 'room-2');
      await begin('ended', START);
      await sessions((s) => s.end('ended', START));

      const found = await sessions((s) => s.openIn('room-1'));

      expect(found.map(({ sessionId }) => sessionId)).toEqual(['open']);
    });
  });

  describe('a session whose recordings are looked for', () => {
    test('locked: is the session; an unknown one: is none', async () => {
      const { sessions, begin } = await openSessions(open);
      await begin('s', START);

      expect(await sessions((s) => s.lock('s'))).toEqual(await sessions((s) => s.find('s')));
      expect(await sessions((s) => s.lock('other'))).toBeUndefined();
    });

    test('comes up when it is due, the longest due first, at most as many as asked for', async () => {
      const { sessions, begin } = await openSessions(open);
      for (const [sessionId, at] of Object.entries({
        late: START + 3,
        early: START + 1,
        middle: START + 2,
      })) {
        await begin(sessionId, START);
        await sessions((s) => s.lookFrom(sessionId, START, at));
      }
      await begin('not ended', START);

      expect(await sessions((s) => s.toLookAt(START, 10))).toEqual([]);
      expect(await sessions((s) => s.toLookAt(START + 2, 10))).toEqual(['early', 'middle']);
      expect(await sessions((s) => s.toLookAt(START + 3, 2))).toEqual(['early', 'middle']);
      expect(await sessions((s) => s.find('late'))).toMatchObject({ lookSince: START });
    });

    test('looked at: comes up again when that was said, or never', async () => {
      const { sessions, begin } = await openSessions(open);
      await begin('s', START);
      await sessions((s) => s.lookFrom('s', START, START + 1));

      await sessions((s) => s.lookAgain('s', START + 5));
      expect(await sessions((s) => s.toLookAt(START + 4, 10))).toEqual([]);
      expect(await sessions((s) => s.toLookAt(START + 5, 10))).toEqual(['s']);

      await sessions((s) => s.lookAgain('s', null));
      expect(await sessions((s) => s.toLookAt(START + DAY_MS, 10))).toEqual([]);
      expect(await sessions((s) => s.find('s'))).toMatchObject({ lookSince: START });
    });

    test('of no room of ours: does not come up before a room has claimed it', async () => {
      const { sessions } = await openSessions(open);
      await sessions((s) => s.touch({ provider: PROVIDER, sessionId: 's', providerRoomId: null }, START));
      await sessions((s) => s.lookFrom('s', START, START + 1));

      expect(await sessions((s) => s.toLookAt(START + 1, 10))).toEqual([]);
      await sessions((s) => s.claim('s', 'room-1'));

      expect(await sessions((s) => s.toLookAt(START + 1, 10))).toEqual(['s']);
    });
  });
}
