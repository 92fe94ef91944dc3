import { Client, Pool, types } from 'pg';
import { ConfigError } from '../errors.ts';
import type { Log } from '../log.ts';

/** `verify`: TLS, and the server must prove who it is. `no-verify`: TLS with whoever answers. `off`: no TLS. */
export type PostgresSsl = 'verify' | 'no-verify' | 'off';

export interface PostgresAddress {
  /** `postgres://…` or `postgresql://…`. Its `sslmode` says nothing: `ssl` does. */
  readonly url: string;
  /** Default: `off` on this machine, `verify` anywhere else. */
  readonly ssl?: PostgresSsl | undefined;
}

export interface PoolOptions extends PostgresAddress {
  /** Connections at the same time. */
  readonly size: number;
  /** What a session sets first, by the names of postgresql.conf. */
  readonly session?: Readonly<Record<string, string>>;
  /** How long one statement may go unanswered before its connection counts as dead. Default: for ever. */
  readonly answerMs?: number;
  readonly log: Log;
}

/** Longest wait for a connection, new or from the pool: whoever waits for us gives up soon after. */
const CONNECT_MS = 5_000;
/** How long a connection may be silent before we look whether the other end still lives. */
const KEEP_ALIVE_MS = 10_000;
/** Postgres' own number for int8, which `pg` would hand out as text. Ours are times and counts, well under 2⁵³. */
const INT8 = 20;

/** Connections to a database. Throws ConfigError when the address can't be read or nobody usable is there. */
export async function openPool(options: PoolOptions): Promise<Pool> {
  const { size, session = {}, answerMs, log } = options;
  const pool = new Pool({
    ...connectionTo(options),
    max: size,
    // Each statement stands for itself, with its own answer or error; they only need not wait for each other.
    pipeline: true,
    connectionTimeoutMillis: CONNECT_MS,
    ...(answerMs !== undefined && { query_timeout: answerMs }),
    types: { getTypeParser },
    onConnect: async (client) => {
      for (const [name, value] of Object.entries(session)) {
        await client.query('select set_config($1, $2, false)', [name, value]);
      }
    },
  });
  pool.on('error', (error) => log.warn({ reason: reasonOf(error) }, 'a database connection was lost'));
  // While one is in use, its user hears by a query that rejects; with no listener at all the process would end.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    (await pool.connect()).release();
    return pool;
  } catch (error) {
    await pool.end();
    throw unusable(error);
  }
}

/** How to reach it, for whoever needs a connection of their own. Throws ConfigError when the address can't be read. */
export function connectionTo({ url, ssl }: PostgresAddress) {
  const connectionString = url.replace(/(?<=[?&])sslmode=[^&]*&?/, '');
  const wanted = ssl ?? (isHere(connectionString) ? 'off' : 'verify');
  return {
    connectionString,
    ssl: wanted === 'off' ? false : { rejectUnauthorized: wanted === 'verify' },
    fallback_application_name: 'roomtone',
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  };
}

function isHere(connectionString: string): boolean {
  let host: string;
  try {
    host = new Client({ connectionString }).host;
  } catch (error) {
    throw unusable(error);
  }
  return host.startsWith('/') || ['localhost', '127.0.0.1', '::1'].includes(host);
}

function getTypeParser(...[oid, format]: Parameters<typeof types.getTypeParser>) {
  return oid === INT8 ? Number : types.getTypeParser(oid, format);
}

function unusable(error: unknown): ConfigError {
  return new ConfigError([
    `DATABASE_URL names a Postgres that can't be used (${reasonOf(error)}). ` +
      'Is it up, are name and password right, and does DATABASE_SSL fit?',
  ]);
}

/** Never the error itself: it may hold the connection, password included. */
function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || String(error);
}
