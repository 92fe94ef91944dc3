import type { Transaction } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { JobsTable, Schema } from '../storage/schema.ts';
import type { JobName } from '../usecases/job-payloads.ts';
import { BURIED, type StoredJob } from './postgres-boss.ts';
import { send } from './postgres-jobs.ts';

/** Takes over jobs of the embedded queue, with their attempts and their times: those that wait and those buried. */
export async function takeJobs(
  { boss, now }: { readonly boss: PgBoss; readonly now: () => number },
  tx: Transaction<Schema>,
  rows: readonly JobsTable[],
): Promise<void> {
  for (const row of rows) {
    const job = storedJob(row);
    if (row.state === 'buried') await boss.send(BURIED, job, { db: fromKysely(tx) });
    else await send(boss, tx, { job, delayMs: Math.max(0, row.run_at - now()) });
  }
}

function storedJob(row: JobsTable): StoredJob {
  return {
    name: row.name as JobName,
    lane: row.lane,
    payload: JSON.parse(row.payload),
    attempts: row.attempts,
    error: row.last_error,
    createdAt: row.created_at,
  };
}
