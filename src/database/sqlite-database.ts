import { existsSync } from 'node:fs';
import { ConfigError } from '../errors.ts';
import { sqliteJobsIn } from '../jobs/sqlite-jobs.ts';
import { sqliteQueue } from '../jobs/sqlite-queue.ts';
import { wakingStorage } from '../jobs/waking-storage.ts';
import { openSqlite } from '../storage/sqlite.ts';
import type { Database, DatabaseOptions } from './database.ts';

/** One file, served by one process. */
export async function sqliteDatabase(
  file: string,
  { clock, beside = false, maxPages }: DatabaseOptions,
): Promise<Database> {
  if (beside && !existsSync(file)) throw new ConfigError([`DATABASE_URL names ${file}, which is not there.`]);
  const now = () => clock.now();
  const storage = await openSqlite({ file, jobsIn: (tx) => sqliteJobsIn(tx, now), beside, maxPages });
  const queue = sqliteQueue(storage.inTransaction, now);
  return { storage: wakingStorage(storage, queue.announce), queue, close: storage.close };
}
