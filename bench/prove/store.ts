import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startCluster } from '../../test/support/postgres-cluster.ts';
import { querySqlite } from '../../test/support/query-sqlite.ts';

export type EngineName = 'sqlite' | 'postgres';

/** A job that has not been done. */
export interface OpenJob {
  readonly name: string;
  readonly state: string;
}

/** The app's database, looked at from outside. */
export interface Store {
  /** For `DATABASE_URL`. */
  readonly url: string;
  /** Reads, or changes rows in the place of time that passes. Counts and times come as numbers. */
  sql<Row>(query: string): Promise<Row[]>;
  openJobs(): Promise<readonly OpenJob[]>;
  /** Has the time pass that is left between tries, where whatever was tried is known to be over. */
  hasten(): Promise<void>;
  /** Resolves once the database has noticed that the app is dead. */
  alone(): Promise<void>;
  close(): Promise<void>;
}

/**
 * What is not heard of is looked for after a while, hosts are reminded every ten minutes, and whoever waits hears so after
 * 20 seconds.
 */
const HASTE = [
  `update sessions set look_at = 1 where look_at is not null
    and session_id in (select session_id from recordings where state = 'ended')`,
  "delete from inbox where key like 'remind-hosts:%'",
];
const SOON = "('find-room', 'still-working')";
const SQLITE_HASTE = [
  ...HASTE,
  `update jobs set run_at = 1 where name in ${SOON} and state = 'waiting' and run_at > 1`,
];
const POSTGRES_HASTE = [
  ...HASTE,
  `update pgboss.job set start_after = now()
    where data->>'name' in ${SOON} and state in ('created', 'retry') and start_after > now()`,
];

/** An empty database, durable as in earnest: with fsync on both engines. */
export function openStore(engine: EngineName): Promise<Store> {
  return engine === 'sqlite' ? sqliteStore() : postgresStore();
}

async function sqliteStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-prove-'));
  const file = join(folder, 'roomtone.db');
  const sql = async <Row>(query: string): Promise<Row[]> => querySqlite(file, query);
  return {
    url: `file:${file}`,
    sql,
    openJobs: () => sql("select name, state from jobs where not (name = 'sweep' and state = 'waiting')"),
    async hasten() {
      for (const change of SQLITE_HASTE) await sql(change);
    },
    alone: async () => {},
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const LOOK_EVERY_MS = 10;
const OTHERS = `select pid from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid()`;
/** int8 and numeric, which pg gives as text. */
const NUMBER_OIDS = new Set([20, 1700]);

async function postgresStore(): Promise<Store> {
  const cluster = await startCluster([]);
  const url = cluster.url('postgres');
  const numbers = (oid: number) => (NUMBER_OIDS.has(oid) ? Number : pg.types.getTypeParser(oid));
  const client = new pg.Client({ connectionString: url, types: { getTypeParser: numbers as never } });
  await client.connect();
  const sql = async <Row>(query: string): Promise<Row[]> => (await client.query(query)).rows as Row[];
  return {
    url,
    sql,
    openJobs: () =>
      sql(`select data->>'name' as name, case name when 'jobs' then state::text else 'buried' end as state
        from pgboss.job where state in ('created', 'retry', 'active')
        and not (data->>'name' = 'sweep' and state in ('created', 'retry'))`),
    async hasten() {
      for (const change of POSTGRES_HASTE) await sql(change);
    },
    async alone() {
      while ((await sql(OTHERS)).length > 0) await delay(LOOK_EVERY_MS);
    },
    async close() {
      await client.end();
      await cluster.stop();
    },
  };
}
