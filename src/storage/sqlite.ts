import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql, type Transaction } from 'kysely';
import type { Jobs, Storage } from '../usecases/ports.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { lockSqlite } from './sqlite-lock.ts';
import { openTables } from './tables.ts';

export interface SqliteStorage extends Storage {
  /** One transaction on the tables themselves; several at once share one commit. */
  inTransaction<T>(work: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** Called after each {@link Storage.transaction}: there may be new jobs. The queue's own bookkeeping does not call it. */
  onCommit(listener: () => void): void;
  close(): Promise<void>;
}

export interface SqliteOptions {
  readonly file: string;
  /** How jobs are enqueued inside a transaction. */
  readonly jobsIn: (tx: Transaction<Schema>) => Jobs;
  readonly lockWaitMs?: number;
}

/** Opens, locks and migrates an embedded database. Throws ConfigError when another process serves it. */
export async function openSqlite({ file, jobsIn, lockWaitMs }: SqliteOptions): Promise<SqliteStorage> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = lockSqlite(file, lockWaitMs);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(file) });
  await migrate(db);
  const inTransaction = groupCommit(db);
  const listeners: (() => void)[] = [];
  return {
    inTransaction,
    async transaction(work) {
      const value = await inTransaction((tx) => work(openTables(tx, jobsIn(tx))));
      for (const listener of listeners) listener();
      return value;
    },
    onCommit: (listener) => void listeners.push(listener),
    async close() {
      await db.destroy();
      lock.release();
    },
  };
}

interface Unit {
  run(tx: Transaction<Schema>): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Units of work that arrive together share one commit, hence one sync to disk; each still rolls back alone, and each
 * is reported done only after that commit. Every await inside a unit is a microtask, since SQLite answers synchronously:
 * a network call in there would hold everybody's transaction.
 */
function groupCommit(db: Kysely<Schema>): SqliteStorage['inTransaction'] {
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
async function runEach(units: readonly Unit[], tx: Transaction<Schema>): Promise<(() => void)[]> {
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
