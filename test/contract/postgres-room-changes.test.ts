import { expect, onTestFinished, test, vi } from 'vitest';
import type { TakenJob } from '../../src/jobs/engine.ts';
import { type JobHandlers, runJob } from '../../src/jobs/run-job.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { createLog } from '../../src/log.ts';
import { changeRoom } from '../../src/usecases/change-room.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import type { JobPayloads } from '../../src/usecases/job-payloads.ts';
import type { RoomClosing } from '../../src/usecases/ports/meetings.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStore } from '../support/open-postgres-store.ts';
import type { OpenedStore } from '../support/open-store.ts';
import { sampleReply } from '../support/sample-jobs.ts';
import { START, sampleRoom } from '../support/sample-rows.ts';

const { freshDatabase } = onPostgres();
const DAY_MS = 86_400_000;
const PATIENCE = { timeout: 15_000, interval: 25 };
const log = createLog('silent');

type Change = (closing: Partial<RoomClosing>) => Promise<RoomClosing>;

/** A worker that changes rooms, one at a time, at a meeting service that does it so; of any other job it notes what is told. */
async function changer(store: OpenedStore, change: Change, told: unknown[]) {
  const meetings = { changeRoom: (_id: string, closing: Partial<RoomClosing>) => change(closing) };
  const { storage, now } = store;
  // Nothing else is asked for when its host extends a room.
  const deps = { storage, meetingsOf: () => meetings, clock: { now }, log } as unknown as Deps;
  const handlers = {
    'change-room': { run: (payload: Parameters<typeof changeRoom>[1]) => changeRoom(deps, payload) },
  } as unknown as JobHandlers;
  const run = async (job: TakenJob) => {
    if (job.name === 'change-room')
      return runJob({ ...job, name: job.name }, { handlers, clock: { now }, log });
    if (job.name === 'answer') told.push((job.payload as JobPayloads['answer']).answer);
    return { kind: 'done' as const };
  };
  const onError = (error: unknown) => expect.fail(String(error));
  const worker = await startWorker({ engine: store.engine, run, clock: store, concurrency: 1, onError });
  onTestFinished(() => worker.stop(0));
}

async function extend({ storage }: OpenedStore, days: number): Promise<void> {
  const change = { kind: 'extend', until: START + days * DAY_MS } as const;
  const payload = { roomKey: 'room-1', change, reply: { ...sampleReply, requestKey: `${days} days` } };
  await storage.transaction(({ jobs }) => jobs.enqueue({ name: 'change-room', payload }));
}

test.each(['answers', 'arrives'])(
  'extended by a week and by a month at the same moment, the week %s late: all dates are the month',
  async (what) => {
    const url = await freshDatabase();
    const [one, other] = [await openPostgresStore(url), await openPostgresStore(url)];
    const room = { expiresAt: START + DAY_MS, closesAfterSession: false };
    const apply = (closing: Partial<RoomClosing>) => ({ ...Object.assign(room, closing) });
    const told: unknown[] = [];
    const noted = () => one.sql('select * from audit');
    const closes = { kind: 'after', durationMs: DAY_MS } as const;
    const open = sampleRoom({ ...room, state: 'open', closes, providerRoomId: 'p-1' });
    await one.storage.transaction(({ rooms }) => rooms.insert(open, 0));
    const once = Promise.withResolvers<void>();
    let isFirst = true;

    const changeLate: Change = async (closing) => {
      if (!isFirst) return apply(closing);
      isFirst = false;
      const answer = what === 'answers' ? apply(closing) : undefined;
      once.resolve();
      await vi.waitUntil(async () => (await noted()).length === 1, PATIENCE);
      return answer ?? apply(closing);
    };
    await changer(one, changeLate, told);
    await extend(one, 8);
    await once.promise;
    await changer(other, async (closing) => apply(closing), told);
    await extend(other, 31);
    await vi.waitUntil(() => told.length === 2, PATIENCE);

    const until = START + 31 * DAY_MS;
    expect(told).toMatchObject([{ until }, { until }]);
    expect(await noted()).toHaveLength(2);
    expect(room.expiresAt).toBe(until);
    expect(await one.sql('select expires_at from rooms')).toEqual([{ expires_at: until }]);
  },
);
