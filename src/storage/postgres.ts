import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, type Transaction } from 'kysely';
import { DatabaseError, type Pool } from 'pg';
import type { Log } from '../log.ts';
import type { Jobs } from '../usecases/ports/jobs.ts';
import type { Storage } from '../usecases/ports/storage.ts';
import { migrate } from './migrate.ts';
import { PipelinedDialect } from './postgres-dialect.ts';
import { openPool, type PostgresAddress } from './postgres-pool.ts';
import type { Schema } from './schema.ts';
import { openTables } from './tables.ts';

export interface PostgresStorage extends Storage {
  /** One transaction on the tables themselves. `work` runs again if it lost a race against another transaction. */
  inTransaction<T>(work: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
  readonly pool: Pool;
  close(): Promise<void>;
}

export interface PostgresOptions extends PostgresAddress {
  /** Connections at the same time. */
  readonly poolSize: number;
  /** How jobs are enqueued inside a transaction. */
  readonly jobsIn: (tx: Transaction<Schema>) => Jobs;
  readonly log: Log;
}

/** A transaction that Postgres gave up in favour of another one is tried that often in all. */
const TRIES = 5;
const RETRY_MS = 20;
/** Source: the manual's table of error codes, serialization_failure and deadlock_detected. */
const RACE_LOST: ReadonlySet<string | undefined> = new Set(['40001', '40P01']);

/** A statement that takes longer waits for something that is stuck. */
const STATEMENT_MS = 10_000;
/** If not even an error came by then, the connection is dead. */
const ANSWER_MS = STATEMENT_MS + 5_000;
const SESSION = {
  statement_timeout: String(STATEMENT_MS),
  // A machine that vanishes in the middle of a transaction would hold its locks for hours.
  idle_in_transaction_session_timeout: '20000',
};

/** Migrates and opens a Postgres database. Throws ConfigError when none can be used there. */
export async function openPostgres(options: PostgresOptions): Promise<PostgresStorage> {
  const { poolSize, jobsIn } = options;
  await migratePostgres(options);
  const pool = await openPool({ ...options, size: poolSize, session: SESSION, answerMs: ANSWER_MS });
  const inTransaction = retried(new Kysely<Schema>({ dialect: new PipelinedDialect(pool) }));
  return {
    inTransaction,
    transaction: (work) => inTransaction((tx) => work(openTables(tx, jobsIn(tx)))),
    pool,
    close: () => pool.end(),
  };
}

/** Brings the tables up to this release, however long that takes; one process at a time, the others wait. */
export async function migratePostgres(options: PostgresAddress & { readonly log: Log }): Promise<void> {
  const pool = await openPool({ ...options, size: 1 });
  try {
    await migrate(new Kysely<Schema>({ dialect: new PipelinedDialect(pool) }), 'postgres');
  } finally {
    await pool.end();
  }
}

/** Read committed: a row that `touch` has locked is read as its last owner left it, not as it was at the start. */
function retried(db: Kysely<Schema>): PostgresStorage['inTransaction'] {
  return async (work) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.transaction().setIsolationLevel('read committed').execute(work);
      } catch (error) {
        if (attempt === TRIES || !hasLostRace(error)) throw error;
        // Not at the same moment as the other one, if that was given up too.
        await delay(Math.random() * attempt * RETRY_MS);
      }
    }
  };
}

function hasLostRace(error: unknown): boolean {
  return error instanceof DatabaseError && RACE_LOST.has(error.code);
}
