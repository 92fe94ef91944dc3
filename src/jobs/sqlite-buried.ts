import type { Transaction } from 'kysely';
import type { SqliteSchema } from '../storage/schema.ts';
import type { BuriedJob } from './job-queue.ts';
import { oneWaits } from './sqlite-lane.ts';

type Tx = Transaction<SqliteSchema>;

export async function listBuried(tx: Tx, limit: number): Promise<BuriedJob[]> {
  const rows = await tx
    .selectFrom('jobs')
    .select(['job_id as jobId', 'name', 'lane', 'last_error', 'created_at as createdAt'])
    .where('state', '=', 'buried')
    .orderBy('created_at')
    .orderBy('job_id')
    .limit(limit)
    .execute();
  return rows.map(({ last_error: error, ...job }) => ({ ...job, error: error ?? '' }));
}

export async function retryBuried(tx: Tx, jobId: string, now: number): Promise<boolean> {
  const job = await tx
    .selectFrom('jobs')
    .select(['name', 'lane'])
    .where('job_id', '=', jobId)
    .where('state', '=', 'buried')
    .executeTakeFirst();
  if (job === undefined) return false;
  if (await oneWaits(tx, job)) return dropBuried(tx, jobId);
  await tx
    .updateTable('jobs')
    .set({ state: 'waiting', run_at: now, attempts: 0, last_error: null })
    .where('job_id', '=', jobId)
    .execute();
  return true;
}

export async function dropBuried(tx: Tx, jobId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('jobs')
    .where('job_id', '=', jobId)
    .where('state', '=', 'buried')
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
