import { randomUUIDv7 } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { prepared } from '../storage/prepared.ts';
import type { JobsTable, SqliteSchema } from '../storage/schema.ts';
import type { Jobs } from '../usecases/ports/jobs.ts';
import { priorityOf } from './catalog.ts';
import { forgetResponseUrls } from './sqlite-response-urls.ts';

const insertJob = prepared((tx: Transaction<SqliteSchema>, job: JobsTable) =>
  tx
    .insertInto('jobs')
    .values(job)
    // One waits already: it will read the same state, only perhaps sooner.
    .onConflict((conflict) =>
      conflict
        .columns(['name', 'lane'])
        // Written out: SQLite matches it with the index's own condition, which holds no parameters.
        .where(sql<boolean>`state = 'waiting' and lane is not null`)
        .doUpdateSet({ run_at: sql<number>`min(jobs.run_at, excluded.run_at)` }),
    ),
);

/** Enqueues inside the transaction that made the work necessary: both happen or neither. */
export function sqliteJobsIn(tx: Transaction<SqliteSchema>, now: () => number): Jobs {
  return {
    async enqueue({ name, payload, lane = null, runAt }) {
      const createdAt = now();
      await insertJob(tx, {
        job_id: randomUUIDv7(),
        name,
        lane,
        payload: JSON.stringify(payload),
        state: 'waiting',
        priority: priorityOf(name),
        run_at: runAt ?? createdAt,
        attempts: 0,
        last_error: null,
        created_at: createdAt,
      });
    },
    async countBuried() {
      const counted = await tx
        .selectFrom('jobs')
        .select((e) => e.fn.countAll<number>().as('jobs'))
        .where('state', '=', 'buried')
        .executeTakeFirstOrThrow();
      return counted.jobs;
    },
    forgetResponseUrls: (before) => forgetResponseUrls(tx, before),
  };
}
