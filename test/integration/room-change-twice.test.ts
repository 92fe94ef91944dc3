import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { changeRoom } from '../../src/usecases/change-room.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { handOverRoom } from '../../src/usecases/hand-over-room.ts';
import type { MeetingRoom } from '../../src/usecases/ports/meetings.ts';
import { EVERYTHING } from '../support/capabilities.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { sampleReply } from '../support/sample-jobs.ts';
import { START, sampleProfile, sampleRoom } from '../support/sample-rows.ts';

const DAY_MS = 86_400_000;
const room = sampleRoom({
  state: 'open',
  closes: { kind: 'after', durationMs: DAY_MS },
  expiresAt: START + DAY_MS,
  providerRoomId: 'p-1',
  joinUrl: 'https://meet.example/p-1',
});
const ben = sampleProfile({ userId: 'U2', name: 'Ben' });

/** The host's room; a meeting service and a Slack that do what they are asked, as far as a change needs them. */
async function openWorld() {
  const store = await openSqliteStore();
  const asked: unknown[] = [];
  const meetings = {
    can: EVERYTHING,
    async changeRoom(_id: string, change: Partial<MeetingRoom>) {
      asked.push(change);
      return { ...room, closesAfterSession: false, ...change };
    },
  };
  const profile = async (_teamId: string, userId: string) => ({ ...ben, userId });
  const workspace = { profile, isMember: async () => true };
  const { storage, now } = store;
  const parts = { storage, meetingsOf: () => meetings, workspace, clock: { now }, log: createLog('silent') };
  await storage.transaction(({ rooms }) => rooms.insert(room, 0));
  // Nothing else is asked for when a room is changed.
  return { ...store, asked, deps: parts as unknown as Deps };
}

const ASKS: readonly [string, (deps: Deps) => Promise<unknown>, number][] = [
  [
    'extended',
    (deps) => {
      const change = { kind: 'extend', until: START + 8 * DAY_MS } as const;
      return changeRoom(deps, { roomKey: 'room-1', change, reply: sampleReply });
    },
    2,
  ],
  [
    'closed',
    (deps) => changeRoom(deps, { roomKey: 'room-1', change: { kind: 'close' }, reply: sampleReply }),
    2,
  ],
  [
    'handed over',
    // Once it is done, whoever was host may not do it any more.
    (deps) => handOverRoom(deps, { roomKey: 'room-1', toUserId: 'U2', reply: sampleReply }),
    4,
  ],
];

describe.each(ASKS)('a room is %s', (_how, ask, jobs) => {
  test('by a job that is killed after its work and runs again: noted and told once', async () => {
    const { deps, sql, jobs: stored } = await openWorld();
    await ask(deps);
    const once = await sql('select * from rooms');
    expect(await stored()).toHaveLength(jobs);

    await ask(deps);

    expect(await sql('select * from rooms')).toEqual(once);
    expect(await sql('select * from audit')).toHaveLength(1);
    expect(await stored()).toHaveLength(jobs);
  });
});

test('extended by a job that is killed between the provider and us: asked for the same again', async () => {
  const { deps, asked, sql } = await openWorld();
  const [, extend] = ASKS[0] ?? [];
  const broken = {
    ...deps,
    storage: {
      transaction: (work: Parameters<Deps['storage']['transaction']>[0]) =>
        asked.length > 0 ? Promise.reject(new Error('killed')) : deps.storage.transaction(work),
    },
  } as Deps;
  await expect(extend?.(broken)).rejects.toThrow('killed');

  await extend?.(deps);

  expect(asked).toEqual([{ expiresAt: START + 8 * DAY_MS }, { expiresAt: START + 8 * DAY_MS }]);
  expect(await sql('select expires_at from rooms')).toEqual([{ expires_at: START + 8 * DAY_MS }]);
  expect(await sql('select * from audit')).toHaveLength(1);
});

test('extended by a week after it was extended by a month, though asked for before: nothing is taken back', async () => {
  const { deps, asked, sql } = await openWorld();
  const extend = (days: number, requestKey: string) => {
    const change = { kind: 'extend', until: START + days * DAY_MS } as const;
    return changeRoom(deps, { roomKey: 'room-1', change, reply: { ...sampleReply, requestKey } });
  };

  await extend(31, 'by a month');
  await extend(8, 'by a week');

  expect(asked.at(-1)).toEqual({ expiresAt: START + 31 * DAY_MS });
  expect(await sql('select expires_at from rooms')).toEqual([{ expires_at: START + 31 * DAY_MS }]);
});
