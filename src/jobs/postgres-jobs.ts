import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { Schema } from '../storage/schema.ts';
import type { Jobs } from '../usecases/ports/jobs.ts';
import { priorityOf } from './catalog.ts';
import { BURIED, QUEUE, type StoredJob } from './postgres-boss.ts';
import { forgetResponseUrls } from './postgres-response-urls.ts';

type Tx = Transaction<Schema>;

/** A job and when it may run: in so many milliseconds, by the database's clock. */
export interface Sending {
  readonly job: StoredJob;
  readonly delayMs: number;
}

/** Enqueues inside the transaction that made the work necessary: both happen or neither. */
export function postgresJobsIn(boss: PgBoss, tx: Tx, now: () => number): Jobs {
  return {
    async enqueue({ name, payload, lane = null, runAt = now() }) {
      const job = { name, lane, payload, attempts: 0, error: null, createdAt: now() };
      const sending = { job, delayMs: Math.max(0, runAt - now()) };
      for (;;) {
        if (await send(boss, tx, sending)) return;
        if (await bringForward(tx, sending)) return;
        // The one that waited has been taken in between, so it may not see what this transaction does.
      }
    },
    async countBuried() {
      const { rows } = await sql<{ jobs: number }>`
        select count(*)::int as jobs from pgboss.job where name = ${BURIED} and state < 'active'`.execute(tx);
      return rows[0]?.jobs ?? 0;
    },
    forgetResponseUrls: (before) => forgetResponseUrls(tx, before),
  };
}

/** False: one waits in that lane already, and nothing was sent. */
export async function send(boss: PgBoss, tx: Tx, { job, delayMs }: Sending): Promise<boolean> {
  const jobId = await boss.send(QUEUE, job, {
    db: fromKysely(tx),
    singletonKey: keyOf(job),
    priority: priorityOf(job.name),
    startAfter: Math.ceil(delayMs) / 1_000,
  });
  return jobId !== null;
}

/**
 * The one that waits runs at the earlier time. It is locked until this transaction commits, even if the time stays the
 * same: taken before, it would read a state without what the transaction does, and nobody would look again.
 */
async function bringForward(tx: Tx, { job, delayMs }: Sending): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update pgboss.job
    set start_after = least(start_after, pgboss.job_now() + ${delayMs}::float8 * interval '1 millisecond')
    where name = ${QUEUE} and singleton_key = ${keyOf(job)} and state < 'active'`.execute(tx);
  return numAffectedRows !== undefined && numAffectedRows > 0n;
}

/** Jobs of one key go one after the other. */
function keyOf({ name, lane }: StoredJob): string {
  return lane === null ? randomUUID() : `${name}/${lane}`;
}
