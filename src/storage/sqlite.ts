import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, type Transaction } from 'kysely';
import { ConfigError } from '../errors.ts';
import type { Jobs } from '../usecases/ports/jobs.ts';
import type { Storage } from '../usecases/ports/storage.ts';
import { groupCommit, type InTransaction } from './group-commit.ts';
import { migrate } from './migrate.ts';
import type { SqliteSchema } from './schema.ts';
import { openSqliteFile } from './sqlite-dialect.ts';
import { lockSqlite } from './sqlite-lock.ts';
import { openTables } from './tables.ts';

export interface SqliteStorage extends Storage {
  /** One transaction on the tables themselves; several at once share one commit. */
  readonly inTransaction: InTransaction<SqliteSchema>;
  close(): Promise<void>;
}

export interface SqliteOptions {
  readonly file: string;
  /** How jobs are enqueued inside a transaction. */
  readonly jobsIn: (tx: Transaction<SqliteSchema>) => Jobs;
  readonly lockWaitMs?: number;
  /** Opened as it is, beside the process that serves it: neither locked nor migrated. Default: false. */
  readonly beside?: boolean;
  /** Pages of 4 kB that it may have. Default: any number. */
  readonly maxPages?: number | undefined;
}

/** Opens, locks and migrates an embedded database. Throws ConfigError when it can't be there, or is served already. */
export async function openSqlite(options: SqliteOptions): Promise<SqliteStorage> {
  const { file, jobsIn, lockWaitMs, beside = false, maxPages } = options;
  prepareFolder(dirname(file));
  const lock = beside ? undefined : lockSqlite(file, lockWaitMs);
  const { dialect, giveBackSpace } = openSqliteFile(file, { beside, maxPages });
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
