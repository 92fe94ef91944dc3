import BetterSqlite3, { type Database } from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import { giveBackSpace, letItShrink } from './sqlite-space.ts';

/** Kysely believes SQLite has no transactional DDL; it has, so a failing migration leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * A transaction takes the right to write at once. Taken only when it first writes, it would be refused, without waiting,
 * if a tool beside the app had written since its first read.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class TransactionalDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
}

/** Pages, of 4 kB, in the write-ahead log from which on a commit copies them into the file: some 10 ms of work. */
const CHECKPOINT_PAGES = 1_000;
/** The log grows while a backup reads, and is cut back to this afterwards. */
const LOG_BYTES = 16 * 1024 * 1024;

/** Kilobytes of the file kept in memory; the system keeps the rest, and this process stays small. */
const CACHE_KB = 4_000;

export interface SqliteFileOptions {
  /** Another process serves it, so its shape stays as it is. */
  readonly beside: boolean;
  /** Pages of 4 kB that it may have. */
  readonly maxPages?: number | undefined;
}

export interface SqliteFile {
  readonly dialect: SqliteDialect;
  /** Gives free space back to the disk, some at a time, inside the transaction that is open. True: there is more. */
  giveBackSpace(): boolean;
}

/**
 * Opens the file with write-ahead log and a sync at every commit: what was committed survives a power cut.
 */
export function openSqliteFile(file: string, { beside, maxPages }: SqliteFileOptions): SqliteFile {
  const database = new BetterSqlite3(file);
  database.pragma('busy_timeout = 5000');
  // Before anything is written: a new file then never has to be rewritten for it.
  if (!beside) letItShrink(database);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma(`cache_size = -${CACHE_KB}`);
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  database.pragma(`journal_size_limit = ${LOG_BYTES}`);
  if (maxPages !== undefined) database.pragma(`max_page_count = ${maxPages}`);
  return {
    dialect: new TransactionalDialect({ database: withStatementCache(database) }),
    giveBackSpace: () => giveBackSpace(database),
  };
}

/** More than the app has; but some come in as many lengths as there are things asked for at once. */
const STATEMENTS_KEPT = 500;

/** Kysely prepares every statement anew; kept ones make an insert 2.5 times as fast. */
function withStatementCache(database: Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare: (sql) => {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = database.prepare(sql) as unknown as SqliteStatement;
        statements.set(sql, statement);
        if (statements.size > STATEMENTS_KEPT) statements.delete(statements.keys().next().value ?? sql);
      }
      return statement;
    },
  };
}
