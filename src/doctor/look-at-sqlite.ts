import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { sqliteDepths } from '../jobs/sqlite-depths.ts';
import { callbackTrace } from '../storage/callback-trace.ts';
import { pendingMigrations } from '../storage/migrate.ts';
import type { SqliteSchema } from '../storage/schema.ts';
import type { Look } from './look.ts';

/** Throws SqliteError when there is no database. Takes no lock: one process may serve it meanwhile. */
export function lookAtSqlite(file: string, now: () => number): Look {
  const database = new BetterSqlite3(file, { readonly: true, timeout: 5_000 });
  const db = new Kysely<SqliteSchema>({ dialect: new SqliteDialect({ database }) });
  return {
    what: `SQLite in ${file}`,
    pending: () => pendingMigrations(db, 'sqlite'),
    jobs: () => db.transaction().execute((tx) => sqliteDepths(tx, now())),
    callbacks: (since) => db.transaction().execute((tx) => callbackTrace(tx, since)),
    async close() {
      database.close();
    },
  };
}
