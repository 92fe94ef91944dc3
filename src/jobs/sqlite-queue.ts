import { type Selectable, sql, type Transaction } from 'kysely';
import type { JobsTable, SqliteSchema } from '../storage/schema.ts';
import type { JobName } from '../usecases/job-payloads.ts';
import { FOR_PERSON, PRIORITIES } from './catalog.ts';
import type { Outcome, TakenJob } from './engine.ts';
import type { JobQueue } from './job-queue.ts';
import { dropBuried, listBuried, retryBuried } from './sqlite-buried.ts';
import { sqliteDepths } from './sqlite-depths.ts';
import { oneWaits } from './sqlite-lane.ts';

type Tx = Transaction<SqliteSchema>;
type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** The embedded queue: one process, jobs in the same file as everything else. */
export function sqliteQueue(inTransaction: InTransaction, now: () => number): JobQueue {
  let wake = () => {};
  return {
    async start(onNews) {
      await inTransaction(giveBack);
      wake = onNews;
    },
    take: (limit, who) => inTransaction((tx) => take(tx, { limit, who, now: now() })),
    settle: (job, outcome) => inTransaction((tx) => settle(tx, job, outcome)),
    nextRunAt: (after) => inTransaction((tx) => nextRunAt(tx, after)),
    stop: () => inTransaction(giveBack),
    announce: () => wake(),
    depths: () => inTransaction((tx) => sqliteDepths(tx, now())),
    listBuried: (limit) => inTransaction((tx) => listBuried(tx, limit)),
    retryBuried: (jobId) => inTransaction((tx) => retryBuried(tx, jobId, now())),
    dropBuried: (jobId) => inTransaction((tx) => dropBuried(tx, jobId)),
  };
}

interface Taking {
  readonly limit: number;
  readonly who: 'person' | undefined;
  readonly now: number;
}

// Written out: SQLite matches them with the indexes' own conditions, which hold no parameters.
const IS_WAITING = sql<boolean>`job.state = 'waiting'`;
const LANE_IS_FREE = sql<boolean>`not exists (select 1 from jobs as busy
  where busy.state = 'running' and busy.lane is not null and busy.name = job.name and busy.lane = job.lane)`;

/** A look for each: ordered by both at once, all that wait would have to be sorted. */
async function take(tx: Tx, { limit, who, now }: Taking): Promise<TakenJob[]> {
  const due: Selectable<JobsTable>[] = [];
  for (const priority of who === 'person' ? [FOR_PERSON] : PRIORITIES) {
    const first = tx
      .selectFrom('jobs as job')
      .selectAll()
      .where(IS_WAITING)
      .where('priority', '=', priority)
      .where('run_at', '<=', now)
      .where(LANE_IS_FREE)
      .orderBy('run_at')
      .orderBy('created_at')
      .limit(limit - due.length);
    due.push(...(await first.execute()));
  }
  for (const row of due) {
    await tx
      .updateTable('jobs')
      .set({ state: 'running', attempts: row.attempts + 1 })
      .where('job_id', '=', row.job_id)
      .execute();
  }
  return due.map((row) => ({
    jobId: row.job_id,
    name: row.name as JobName,
    lane: row.lane,
    payload: JSON.parse(row.payload) as unknown,
    attempt: row.attempts + 1,
    createdAt: row.created_at,
  }));
}

async function settle(tx: Tx, job: TakenJob, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'buried') {
    await tx
      .updateTable('jobs')
      .set({ state: 'buried', last_error: outcome.error })
      .where('job_id', '=', job.jobId)
      .execute();
    return;
  }
  if (outcome.kind === 'done' || (await oneWaits(tx, job))) {
    await tx.deleteFrom('jobs').where('job_id', '=', job.jobId).execute();
    return;
  }
  await tx
    .updateTable('jobs')
    .set({
      state: 'waiting',
      run_at: outcome.at,
      attempts: outcome.kind === 'again' ? job.attempt - 1 : job.attempt,
      last_error: outcome.kind === 'retry' ? outcome.error : null,
    })
    .where('job_id', '=', job.jobId)
    .execute();
}

async function nextRunAt(tx: Tx, after: number): Promise<number | null> {
  let next: number | null = null;
  for (const priority of PRIORITIES) {
    const first = await tx
      .selectFrom('jobs as job')
      .select('run_at')
      .where(IS_WAITING)
      .where('priority', '=', priority)
      .where('run_at', '>', after)
      .orderBy('run_at')
      .limit(1)
      .executeTakeFirst();
    if (first !== undefined) next = Math.min(first.run_at, next ?? first.run_at);
  }
  return next;
}

/** What was running when its process died, or is not finished when we stop, waits again. */
async function giveBack(tx: Tx): Promise<void> {
  await sql`delete from jobs where state = 'running' and lane is not null and exists
    (select 1 from jobs as w where w.state = 'waiting' and w.name = jobs.name and w.lane = jobs.lane)`.execute(
    tx,
  );
  await tx.updateTable('jobs').set({ state: 'waiting' }).where('state', '=', 'running').execute();
}
