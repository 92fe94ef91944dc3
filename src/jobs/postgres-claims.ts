import type { Transaction } from 'kysely';
import { fromKysely, type Job, type JobAttempt, type PgBoss } from 'pg-boss';
import type { Schema } from '../storage/schema.ts';
import { FOR_PERSON } from './catalog.ts';
import type { Outcome, TakenJob } from './engine.ts';
import { BURIED, QUEUE, removeJob, type StoredJob } from './postgres-boss.ts';
import { send } from './postgres-jobs.ts';

export interface ClaimsOptions {
  readonly boss: PgBoss;
  readonly inTransaction: <T>(work: (tx: Transaction<Schema>) => Promise<T>) => Promise<T>;
  readonly now: () => number;
}

/** What this process runs. */
export interface Claims {
  take(limit: number, who?: 'person'): Promise<TakenJob[]>;
  settle(job: TakenJob, outcome: Outcome): Promise<void>;
  /** Without it for 15 s, other processes take what runs here. */
  giveSign(): Promise<void>;
  giveBack(): Promise<void>;
}

/**
 * Jobs are fetched, not handed out by pg-boss's `work`: so a process takes as many as it has places for, a lane is free
 * the moment its job ends, and what follows a job is stored together with its end.
 */
export function postgresClaims({ boss, inTransaction, now }: ClaimsOptions): Claims {
  /** With pg-boss's proof that the job is still ours. */
  const claims = new Map<TakenJob, JobAttempt>();

  async function take(limit: number, who?: 'person'): Promise<TakenJob[]> {
    const minPriority = who === 'person' ? FOR_PERSON : 0;
    const jobs = await boss.fetch<StoredJob>(QUEUE, { batchSize: limit, minPriority });
    return jobs.map((job) => {
      const taken = takenJob(job);
      claims.set(taken, job);
      return taken;
    });
  }

  async function settle(job: TakenJob, outcome: Outcome): Promise<void> {
    const claim = claims.get(job);
    // Given back already.
    if (claim === undefined) return;
    if (outcome.kind === 'done') await removeJob(boss, { queue: QUEUE, job: claim });
    else {
      await inTransaction(async (tx) => {
        const isOurs = await removeJob(boss, { queue: QUEUE, job: claim, db: fromKysely(tx) });
        // Otherwise we were taken for dead, and whoever has it now decides.
        if (isOurs) await follow(tx, job, outcome);
      });
    }
    claims.delete(job);
  }

  async function follow(tx: Transaction<Schema>, job: TakenJob, outcome: Unfinished): Promise<void> {
    const next = nextJob(job, outcome);
    if (outcome.kind === 'buried') await boss.send(BURIED, next, { db: fromKysely(tx) });
    // If one waits in its lane by now, that one does the work of both.
    else await send(boss, tx, { job: next, delayMs: Math.max(0, outcome.at - now()) });
  }

  return {
    take,
    settle,
    async giveSign() {
      if (claims.size > 0) await boss.touch(QUEUE, [...claims.values()]);
    },
    async giveBack() {
      for (const job of claims.keys()) await settle(job, { kind: 'retry', at: now(), error: 'stopped' });
    },
  };
}

type Unfinished = Exclude<Outcome, { readonly kind: 'done' }>;

function takenJob({ id, data, retryCount }: Job<StoredJob>): TakenJob {
  const { name, lane, payload, createdAt, attempts } = data;
  return { jobId: id, name, lane, payload, createdAt, attempt: attempts + retryCount + 1 };
}

function nextJob({ name, lane, payload, createdAt, attempt }: TakenJob, outcome: Unfinished): StoredJob {
  const stored = { name, lane, payload, createdAt };
  if (outcome.kind === 'again') return { ...stored, attempts: attempt - 1, error: null };
  return { ...stored, attempts: attempt, error: outcome.error };
}
