import BetterSqlite3, { type Database } from 'better-sqlite3';

/** Source: SQLite, "PRAGMA auto_vacuum". */
const INCREMENTAL = 2;
/** Free pages, of 4 kB, that stay in the file: it would only grow by them again. */
const SPARE_PAGES = 256;
/** Pages given back in one go: a few milliseconds, in which nobody else can use the database. */
const STEP_PAGES = 200;

/**
 * Lets the file give free pages back. A file made without that is rewritten once, which takes a second per 100 MB and
 * as much free disk again; where that is not to be had the file only stays as large as it is, and the next start tries
 * again.
 */
export function letItShrink(database: Database): void {
  if (database.pragma('auto_vacuum', { simple: true }) === INCREMENTAL) return;
  try {
    database.pragma('auto_vacuum = INCREMENTAL');
    database.exec('vacuum');
  } catch (error) {
    if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
  }
}

/** Gives free pages back to the disk, some at a time. True: there are more. Part of the transaction that is open. */
export function giveBackSpace(database: Database): boolean {
  const freePages = Number(database.pragma('freelist_count', { simple: true }));
  const surplus = Math.min(freePages - SPARE_PAGES, STEP_PAGES);
  if (surplus <= 0) return false;
  // Not by a prepared statement: its one step frees one page.
  database.exec(`pragma incremental_vacuum(${surplus})`);
  return freePages - surplus > SPARE_PAGES;
}
