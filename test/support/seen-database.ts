import BetterSqlite3 from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openPool } from '../../src/storage/postgres-pool.ts';
import { setQueueClock } from './set-queue-clock.ts';

/** The database of a running app, seen from beside it; closed when the test ends. */
export interface SeenDatabase {
  /** Only an SQLite file answers on the spot. */
  sql<Row>(query: string, ...values: unknown[]): Row[];
  /** When the next waiting job is due, by the app's clock; null: none waits. */
  nextRunAt(now: number): Promise<number | null>;
  /** Lets a queue that goes by the database's clock follow the app's. Not while a job runs: it would seem dead. */
  setAhead(ms: number): Promise<void>;
}

export function seeFile(file: string): SeenDatabase {
  const reader = new BetterSqlite3(file, { readonly: true });
  onTestFinished(() => void reader.close());
  const sql = <Row>(query: string, ...values: unknown[]) => reader.prepare(query).all(...values) as Row[];
  return {
    sql,
    async nextRunAt() {
      const [next] = sql<{ at: number | null }>("select min(run_at) as at from jobs where state = 'waiting'");
      return next?.at ?? null;
    },
    setAhead: async () => {},
  };
}

export async function seePostgres(url: string): Promise<SeenDatabase> {
  const reader = await openPool({ url, size: 1, log: createLog('silent') });
  onTestFinished(() => reader.end());
  return {
    sql() {
      throw new Error('This test looks into an SQLite file');
    },
    async nextRunAt(now) {
      const { rows } = await reader.query(
        `select (1000 * extract(epoch from min(start_after) - pgboss.job_now()))::float8 as "dueInMs"
        from pgboss.job where name = 'jobs' and state in ('created', 'retry')`,
      );
      const [{ dueInMs }] = rows as [{ dueInMs: number | null }];
      return dueInMs === null ? null : now + Math.ceil(dueInMs);
    },
    setAhead: (ms) => setQueueClock((query) => reader.query(query), ms),
  };
}
