import BetterSqlite3 from 'better-sqlite3';
import { ConfigError } from '../errors.ts';

/** How long a start waits for the process before it to let go. Blocks; only used at the start. */
const WAIT_MS = 5_000;

/**
 * Holds `<file>.lock` so that only one process serves the database. The kernel frees it at any death, and the database
 * itself stays open to other tools. Throws ConfigError when another process holds it. Not for network file systems.
 */
export function lockSqlite(file: string, waitMs: number = WAIT_MS): { release(): void } {
  const lock = new BetterSqlite3(`${file}.lock`, { timeout: waitMs });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    if (!(cause instanceof BetterSqlite3.SqliteError) || cause.code !== 'SQLITE_BUSY') throw cause;
    throw new ConfigError([
      `${file} is already served by another Roomtone process. Stop that one first, or give this one its own DATABASE_URL.`,
    ]);
  }
  return { release: () => void lock.close() };
}
