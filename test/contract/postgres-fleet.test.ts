import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Outcome } from '../../src/jobs/engine.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStore } from '../support/open-postgres-store.ts';
import type { OpenedStore } from '../support/open-store.ts';
import { announceRoom, enqueue } from '../support/sample-jobs.ts';
import { START } from '../support/sample-rows.ts';
import { startRunner } from '../support/start-runner.ts';

const { freshDatabase } = onPostgres();
const SECOND_MS = 1_000;
/** By the queue's clock: 5 s between two looks for dead processes, and 1 s between two looks for jobs, are to come. */
const SO_FAR_MS = 24 * SECOND_MS;
const LANES = ['a', 'b', 'c', 'd', 'e', 'f'];
const PER_LANE = 40;
const PATIENCE = { timeout: 15_000, interval: 25 };

/** Two that know nothing of each other. */
async function twoStores() {
  const url = await freshDatabase();
  return { url, one: await openPostgresStore(url), other: await openPostgresStore(url) };
}

/** A worker that looks only when it is woken. */
async function workWhenWoken(store: OpenedStore, run: () => Promise<Outcome>) {
  const worker = await startWorker({
    engine: store.engine,
    run,
    clock: store,
    concurrency: 4,
    onError: (error) => expect.fail(String(error)),
    lookEveryMs: 1_000_000,
  });
  onTestFinished(() => worker.stop(0));
  return worker;
}

test('a job committed by one process: wakes the worker of another', async () => {
  const { one, other } = await twoStores();
  const ran = Promise.withResolvers<void>();
  const worker = await workWhenWoken(other, async () => {
    ran.resolve();
    return { kind: 'done' };
  });
  await worker.idle();

  await enqueue(one, announceRoom('r1'));

  await ran.promise;
});

test('a job enqueued by a transaction that is still open: nobody sees it', async () => {
  const { one, other } = await twoStores();

  await one.storage.transaction(async ({ jobs }) => {
    await jobs.enqueue(announceRoom('r1'));
    expect(await other.engine.take(1)).toEqual([]);
  });

  expect(await other.engine.take(1)).toHaveLength(1);
});

test('a job that waits and is asked for again by a transaction that is still open: is not taken before it commits', async () => {
  const { one, other } = await twoStores();
  await enqueue(one, announceRoom('r1'));

  await one.storage.transaction(async ({ jobs }) => {
    await jobs.enqueue(announceRoom('r1'));
    // Run now, it would not see what the transaction does.
    expect(await other.engine.take(1)).toEqual([]);
  });

  expect(await other.engine.take(10)).toHaveLength(1);
});

/** Asks for a run of the lane, and only then leaves what that run has to see. */
async function request({ storage }: OpenedStore, lane: string): Promise<void> {
  const entry = { teamId: 'T1', at: 0, userId: 'U1', action: 'asked', subject: lane };
  await storage.transaction(async ({ jobs, audit }) => {
    await jobs.enqueue(announceRoom(lane));
    await delay(Math.random() * 10);
    await audit.add(entry);
  });
}

test('two processes on a few busy lanes: never two runs of a lane at once, and no request unseen', async () => {
  const { url, one } = await twoStores();
  await one.sql(`create table runs (run_id integer generated always as identity, lane text, seen integer,
    began timestamptz, ended timestamptz)`);
  await Promise.all([startRunner(url), startRunner(url)]);

  const requests = Array.from({ length: PER_LANE }, () => LANES).flat();
  const requester = async () => {
    for (let lane = requests.pop(); lane !== undefined; lane = requests.pop()) await request(one, lane);
  };
  await Promise.all(Array.from({ length: 8 }, requester));
  await vi.waitUntil(async () => (await one.jobs()).length === 0, PATIENCE);

  const overlaps = await one.sql(`select a.lane from runs a join runs b
    on a.lane = b.lane and a.run_id < b.run_id and a.began < b.ended and b.began < a.ended`);
  expect(overlaps).toEqual([]);
  const seen = await one.sql('select lane, max(seen) as requests from runs group by lane order by lane');
  expect(seen).toEqual(LANES.map((lane) => ({ lane, requests: PER_LANE })));
});

test('a killed process’s job: another runs it, within 30 s', async () => {
  const { url, one } = await twoStores();
  const runner = await startRunner(url);
  await enqueue(one, announceRoom('hang'));
  await runner.said('running hang');
  const survivor = await startRunner(url);

  await runner.kill();
  await one.advance(SO_FAR_MS);

  await survivor.said('running hang');
});

test('a process taken for dead that ends its job after all: changes nothing, the one that has it now decides', async () => {
  const { one, other } = await twoStores();
  await enqueue(one, announceRoom('r1'));
  const [stale] = await one.engine.take(1);
  await one.die();
  const [current] = await other.engine.take(1);
  if (stale === undefined || current === undefined) throw new Error('Not taken twice');

  await one.engine.settle(stale, { kind: 'retry', at: START, error: 'late' });
  expect(await one.jobs()).toEqual([{ lane: 'r1', state: 'running', error: null }]);

  await other.engine.settle(current, { kind: 'done' });
  expect(await one.jobs()).toEqual([]);
});

test('a job that kills every process that runs it: is buried in the end', async () => {
  const { one } = await twoStores();
  await enqueue(one, announceRoom('r1'));

  for (let deaths = 0; (await one.engine.take(1)).length > 0; deaths++) {
    expect(deaths).toBeLessThan(20);
    await one.die();
  }

  expect(await one.engine.listBuried(10)).toMatchObject([
    { name: 'announce-room', lane: 'r1', error: 'process_died' },
  ]);
});

test('every connection lost at once: jobs enqueued afterwards run, also those of other processes', async () => {
  const { one, other } = await twoStores();
  const ran: (string | null)[] = [];
  const errors: unknown[] = [];
  const worker = await startWorker({
    engine: other.engine,
    async run({ lane }) {
      ran.push(lane);
      return { kind: 'done' };
    },
    clock: other,
    concurrency: 4,
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => worker.stop(0));
  await worker.idle();

  await one.sql('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
  await vi.waitUntil(
    () =>
      enqueue(one, announceRoom('r1')).then(
        () => true,
        () => false,
      ),
    PATIENCE,
  );

  await vi.waitUntil(() => ran.length > 0, PATIENCE);
  expect(ran).toEqual(['r1']);
});
