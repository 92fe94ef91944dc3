import { sql, type Transaction } from 'kysely';
import type { SqliteSchema } from '../storage/schema.ts';
import type { JobName } from '../usecases/job-payloads.ts';
import { FOR_PERSON } from './catalog.ts';
import type { Outcome, TakenJob } from './engine.ts';
import type { JobQueue } from './job-queue.ts';
import { dropBuried, listBuried, retryBuried } from './sqlite-buried.ts';
import { sqliteDepths } from './sqlite-depths.ts';
import { oneWaits } from './sqlite-lane.ts';

type InTransaction = <T>(work: (tx: Transaction<SqliteSchema>) => Promise<T>) => Promise<T>;

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

async function take(tx: Transaction<SqliteSchema>, { limit, who, now }: Taking): Promise<TakenJob[]> {
  const due = await tx
    .selectFrom('jobs as job')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('run_at', '<=', now)
    .where('priority', '>=', who === 'person' ? FOR_PERSON : 0)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('jobs as busy')
            .select('busy.job_id')
            .where('busy.state', '=', 'running')
            .whereRef('busy.name', '=', 'job.name')
            .whereRef('busy.lane', '=', 'job.lane'),
        ),
      ),
    )
    .orderBy('priority', 'desc')
    .orderBy('run_at')
    .orderBy('created_at')
    .limit(limit)
    .execute();
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

async function settle(tx: Transaction<SqliteSchema>, job: TakenJob, outcome: Outcome): Promise<void> {
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

async function nextRunAt(tx: Transaction<SqliteSchema>, after: number): Promise<number | null> {
  const row = await tx
    .selectFrom('jobs')
    .select((e) => e.fn.min('run_at').as('at'))
    .where('state', '=', 'waiting')
    .where('run_at', '>', after)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** What was running when its process died, or is not finished when we stop, waits again. */
async function giveBack(tx: Transaction<SqliteSchema>): Promise<void> {
  await sql`delete from jobs where state = 'running' and lane is not null and exists
    (select 1 from jobs as w where w.state = 'waiting' and w.name = jobs.name and w.lane = jobs.lane)`.execute(
    tx,
  );
  await tx.updateTable('jobs').set({ state: 'waiting' }).where('state', '=', 'running').execute();
}
