import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { sqliteJobsIn } from '../../src/jobs/sqlite-jobs.ts';
import { sqliteQueue } from '../../src/jobs/sqlite-queue.ts';
import { wakingStorage } from '../../src/jobs/waking-storage.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { writeMigrated } from './migrated-sqlite.ts';
import type { OpenedStore, StoredJob } from './open-store.ts';
import { START } from './sample-rows.ts';

const JOBS = 'select lane, state, last_error as error from jobs order by lane';

/** A database file of its own. */
export async function openSqliteStore(): Promise<OpenedStore> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let time = START;
  const now = () => time;
  const file = join(folder, 'roomtone.db');
  await writeMigrated(file);
  const storage = await openSqlite({ file, jobsIn: (tx) => sqliteJobsIn(tx, now) });
  onTestFinished(storage.close);
  const reader = new BetterSqlite3(file, { readonly: true });
  onTestFinished(() => void reader.close());
  const writer = new BetterSqlite3(file);
  onTestFinished(() => void writer.close());
  const queue = sqliteQueue(storage.inTransaction, now);
  return {
    storage: wakingStorage(storage, queue.announce),
    engine: queue,
    jobs: async () => reader.prepare(JOBS).all() as StoredJob[],
    sql: async <Row>(query: string) => reader.prepare(query).all() as Row[],
    change: async (statement) => void writer.exec(statement),
    now,
    die: () => queue.start(() => {}),
    async advance(ms) {
      time += ms;
    },
  };
}
