import type { Transaction } from 'kysely';
import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Schema } from '../storage/schema.ts';
import type { BuriedJob } from './job-queue.ts';
import { BURIED, removeJob, type StoredJob } from './postgres-boss.ts';
import { send } from './postgres-jobs.ts';

export async function listBuried(boss: PgBoss, limit: number): Promise<BuriedJob[]> {
  return (await boss.findJobs<StoredJob>(BURIED, { limit })).map(buriedJob);
}

export async function retryBuried(boss: PgBoss, tx: Transaction<Schema>, jobId: string): Promise<boolean> {
  if (!isJobId(jobId)) return false;
  const db = fromKysely(tx);
  const [found] = await boss.findJobs<StoredJob>(BURIED, { id: jobId, db });
  if (found === undefined) return false;
  await removeJob(boss, { queue: BURIED, job: jobId, db });
  await send(boss, tx, { job: { ...found.data, attempts: 0, error: null }, delayMs: 0 });
  return true;
}

export async function dropBuried(boss: PgBoss, jobId: string): Promise<boolean> {
  return isJobId(jobId) && (await removeJob(boss, { queue: BURIED, job: jobId }));
}

function buriedJob({ id, data, sourceName }: JobWithMetadata<StoredJob>): BuriedJob {
  const { name, lane, createdAt, error } = data;
  // pg-boss itself buries only what has cost many processes their life.
  return { jobId: id, name, lane, createdAt, error: sourceName === null ? (error ?? '') : 'process_died' };
}

/** Postgres refuses to look for anything else. */
function isJobId(text: string): boolean {
  return z.guid().safeParse(text).success;
}
