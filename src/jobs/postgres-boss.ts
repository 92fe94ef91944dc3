import type { ClientConfig, PoolConfig } from 'pg';
import { type DatabaseOptions, type Db, type JobAttempt, PgBoss } from 'pg-boss';
import type { Log } from '../log.ts';
import type { JobName } from '../usecases/job-payloads.ts';

/** All our jobs are in one queue of pg-boss's: one look finds the most urgent, whatever it is called. */
export const QUEUE = 'jobs';
export const BURIED = 'jobs-buried';

/** What pg-boss keeps of a job. */
export interface StoredJob {
  readonly name: JobName;
  readonly lane: string | null;
  readonly payload: unknown;
  /** Attempts so far; pg-boss itself counts only those that ended with their process. */
  readonly attempts: number;
  readonly error: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** How often a process that runs jobs gives a sign of life, and after how long without one its jobs are taken from it. */
export const ALIVE_EVERY_MS = 5_000;
const DEAD_AFTER_SECONDS = 15;
/** How often they look for others that died. With all of the above: under 30 s until their jobs run again. */
const SUPERVISE_SECONDS = 5;
/** Processes that may die of a job before it is buried. */
const DEATHS = 10;
/** Buried jobs are kept until somebody decides, and that is long. */
const TEN_YEARS_SECONDS = 10 * 365 * 24 * 60 * 60;
const HOUR_SECONDS = 60 * 60;
/** Of its own, besides the pool of the tables: for looking, for signs of life, for supervision. */
const CONNECTIONS = 2;
/** If not even an error came by then, the connection is dead. */
const ANSWER_MS = 30_000;

export interface BossOptions {
  readonly connection: ClientConfig;
  /** Does this process run jobs, and so look after those of processes that died? */
  readonly runsJobs: boolean;
  readonly log: Log;
}

/** Brings pg-boss's tables and our queues up to this release, and connects; safe when several processes do so at once. */
export async function startBoss({ connection, runsJobs, log }: BossOptions): Promise<PgBoss> {
  const pool: PoolConfig = { ...connection, query_timeout: ANSWER_MS, max: CONNECTIONS };
  const boss = new PgBoss({
    // Handed to pg as it is: its type is only narrower.
    ...(pool as DatabaseOptions),
    schema: 'pgboss',
    schedule: false,
    registerInstance: false,
    supervise: runsJobs,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  // Never the error itself: it may hold the connection, password included.
  boss.on('error', ({ message }) => log.warn({ reason: message }, 'pg-boss has trouble'));
  boss.on('warning', ({ message, data }) => log.warn({ reason: message, data }, 'pg-boss warns'));
  await boss.start();
  await boss.createQueue(BURIED, { retentionSeconds: TEN_YEARS_SECONDS });
  // Per key, which is a lane: one waits, one runs.
  await boss.createQueue(QUEUE, { policy: 'stately' });
  await boss.updateQueue(QUEUE, {
    heartbeatSeconds: DEAD_AFTER_SECONDS,
    retryLimit: DEATHS,
    deadLetter: BURIED,
    deleteAfterSeconds: HOUR_SECONDS,
  });
  // What dead processes left goes on now, even if this one does not live to its first look.
  if (runsJobs) await boss.supervise(QUEUE);
  return boss;
}

/** Removes a job, by its id wherever it stands, or as the attempt that was fetched. False: it is not there (any more). */
export async function removeJob(
  boss: PgBoss,
  { queue, job, db }: { readonly queue: string; readonly job: string | JobAttempt; readonly db?: Db },
): Promise<boolean> {
  const done = await boss.deleteJob(queue, job, db === undefined ? {} : { db });
  // Its type leaves out what its documentation names.
  return (done as { readonly affected: number }).affected > 0;
}
