import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql, type Transaction } from 'kysely';
import { ConfigError } from '../errors.ts';
import type { Jobs, Storage } from '../usecases/ports.ts';
import { migrate } from './migrate.ts';
import type { SqliteSchema } from './schema.ts';
import { openSqliteFile } from './sqlite-dialect.ts';
import { lockSqlite } from './sqlite-lock.ts';
import { openTables } from './tables.ts';

export interface SqliteStorage extends Storage {
  /** One transaction on the tables themselves; several at once share one commit. */
  inTransaction<T>(work: (tx: Transaction<SqliteSchema>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface SqliteOptions {
  readonly file: string;
  /** How jobs are enqueued inside a transaction. */
  readonly jobsIn: (tx: Transaction<SqliteSchema>) => Jobs;
  readonly lockWaitMs?: number;
  /** Opened as it is, beside the process that serves it: neither locked nor migrated. Default: false. */
  readonly beside?: boolean;
}

/** Opens, locks and migrates an embedded database. Throws ConfigError when it can't be there, or is served already. */
export async function openSqlite(options: SqliteOptions): Promise<SqliteStorage> {
  const { file, jobsIn, lockWaitMs, beside = false } = options;
  prepareFolder(dirname(file));
  const lock = beside ? undefined : lockSqlite(file, lockWaitMs);
  const { dialect, giveBackSpace } = openSqliteFile(file, { beside });
  const db = new Kysely<SqliteSchema>({ dialect });
  if (!beside) await migrate(db, 'sqlite');
  const inTransaction = groupCommit(db);
  return {
    inTransaction,
    transaction: (work) => inTransaction((tx) => work(openTables(tx, jobsIn(tx), giveBackSpace))),
    async close() {
      await db.destroy();
      lock?.release();
    },
  };
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError([
      `DATABASE_URL names a file in ${folder}, where nothing can be written (${why}). Name another place.`,
    ]);
  }
}

interface Unit {
  run(tx: Transaction<SqliteSchema>): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Units of work that arrive together share one commit, hence one sync to disk; each still rolls back alone, and each
 * is reported done only after that commit. Every await inside a unit is a microtask, since SQLite answers synchronously:
 * a network call in there would hold everybody's transaction.
 */
function groupCommit(db: Kysely<SqliteSchema>): SqliteStorage['inTransaction'] {
  let batch: Unit[] = [];
  let busy = false;

  async function flush(): Promise<void> {
    const units = batch;
    batch = [];
    busy = true;
    try {
      const settled = await db.transaction().execute((tx) => runEach(units, tx));
      for (const settle of settled) settle();
    } catch (error) {
      for (const unit of units) unit.reject(error);
    }
    busy = false;
    if (batch.length > 0) setImmediate(flush);
  }

  return (run) =>
    new Promise((resolve, reject) => {
      batch.push({ run, resolve: resolve as (value: unknown) => void, reject });
      if (batch.length === 1 && !busy) setImmediate(flush);
    });
}

/** Runs each unit under its own savepoint; returns how to settle them once the commit is through. */
async function runEach(units: readonly Unit[], tx: Transaction<SqliteSchema>): Promise<(() => void)[]> {
  const settled: (() => void)[] = [];
  for (const unit of units) {
    await sql`savepoint unit`.execute(tx);
    try {
      const value = await unit.run(tx);
      settled.push(() => unit.resolve(value));
    } catch (error) {
      await sql`rollback to unit`.execute(tx);
      settled.push(() => unit.reject(error));
    }
    await sql`release unit`.execute(tx);
  }
  return settled;
}
