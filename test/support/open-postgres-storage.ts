import { onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openPostgres, type PostgresOptions, type PostgresStorage } from '../../src/storage/postgres.ts';
import { openPool } from '../../src/storage/postgres-pool.ts';
import type { OpenedStorage } from './open-store.ts';

export interface OpenedPostgres extends OpenedStorage {
  readonly storage: PostgresStorage;
  /** Names of our tables, in order. */
  tables(): Promise<string[]>;
  /** Log lines so far, parsed. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
}

const TABLES =
  "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%' order by 1";

/** The database at that address, without a queue unless one is given; closed when the test ends. */
export async function openPostgresStorage(
  url: string,
  changes: Partial<PostgresOptions> = {},
): Promise<OpenedPostgres> {
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) });
  const storage = await openPostgres({ url, poolSize: 10, jobsIn: noJobs, log, ...changes });
  onTestFinished(storage.close);
  const reader = await openPool({ url, size: 1, log });
  onTestFinished(() => reader.end());
  return {
    storage,
    log: lines,
    tables: async () => (await reader.query(TABLES)).rows.map(({ name }) => String(name)),
    sql: async <Row>(query: string) => (await reader.query(query)).rows as Row[],
  };
}

function noJobs() {
  return {
    enqueue: () => Promise.reject(new Error('There is no queue here')),
    countBuried: () => Promise.reject(new Error('There is no queue here')),
    forgetResponseUrls: () => Promise.reject(new Error('There is no queue here')),
  };
}
