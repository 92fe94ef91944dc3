import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Schema } from '../storage/schema.ts';
import type { JobName } from '../usecases/job-payloads.ts';
import type { Jobs } from '../usecases/ports.ts';
import { priorityOf } from './catalog.ts';
import type { Engine, Outcome, TakenJob } from './engine.ts';

type InTransaction = <T>(work: (tx: Transaction<Schema>) => Promise<T>) => Promise<T>;

/** Enqueues inside the transaction that made the work necessary: both happen or neither. */
export function sqliteJobsIn(tx: Transaction<Schema>, now: () => number): Jobs {
  return {
    async enqueue({ name, payload, lane, runAt }) {
      const at = runAt ?? now();
      await tx
        .insertInto('jobs')
        .values({
          job_id: randomUUID(),
          name,
          lane: lane ?? null,
          payload: JSON.stringify(payload),
          state: 'waiting',
          priority: priorityOf(name),
          run_at: at,
          attempts: 0,
          last_error: null,
          created_at: now(),
        })
        // One waits already: it will read the same state, only perhaps sooner.
        .onConflict((conflict) =>
          conflict
            .columns(['name', 'lane'])
            // Written out: SQLite matches it with the index's own condition, which holds no parameters.
            .where(sql<boolean>`state = 'waiting' and lane is not null`)
            .doUpdateSet({ run_at: sql<number>`min(jobs.run_at, excluded.run_at)` }),
        )
        .execute();
    },
  };
}

/** The embedded queue: one process, jobs in the same file as everything else. */
export function sqliteEngine(inTransaction: InTransaction, now: () => number): Engine {
  return {
    recover: () => inTransaction((tx) => giveBack(tx)),
    take: (limit) => inTransaction((tx) => take(tx, limit, now())),
    settle: (job, outcome) => inTransaction((tx) => settle(tx, job, outcome)),
    giveBack: () => inTransaction((tx) => giveBack(tx)),
    nextRunAt: () =>
      inTransaction(async (tx) => {
        const row = await tx
          .selectFrom('jobs')
          .select((e) => e.fn.min('run_at').as('at'))
          .where('state', '=', 'waiting')
          .executeTakeFirst();
        return row?.at ?? null;
      }),
  };
}

async function take(tx: Transaction<Schema>, limit: number, now: number): Promise<TakenJob[]> {
  const due = await tx
    .selectFrom('jobs as job')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('run_at', '<=', now)
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

async function settle(tx: Transaction<Schema>, job: TakenJob, outcome: Outcome): Promise<void> {
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

async function oneWaits(tx: Transaction<Schema>, job: TakenJob): Promise<boolean> {
  if (job.lane === null) return false;
  const row = await tx
    .selectFrom('jobs')
    .select('job_id')
    .where('name', '=', job.name)
    .where('lane', '=', job.lane)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row !== undefined;
}

/** What was running when its process died, or is not finished when we stop, waits again. */
async function giveBack(tx: Transaction<Schema>): Promise<void> {
  await sql`delete from jobs where state = 'running' and lane is not null and exists
    (select 1 from jobs as w where w.state = 'waiting' and w.name = jobs.name and w.lane = jobs.lane)`.execute(
    tx,
  );
  await tx.updateTable('jobs').set({ state: 'waiting' }).where('state', '=', 'running').execute();
}
