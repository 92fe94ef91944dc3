import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteJobsIn } from '../../src/jobs/sqlite-jobs.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';

/** Of this worker, for one test after the other: bringing the tables up takes longer than most tests. */
let migrated: Promise<Buffer> | undefined;

/** Writes a database file as the app leaves it after its very first start: with all tables, and nothing in them. */
export async function writeMigrated(file: string): Promise<void> {
  migrated ??= migrate();
  writeFileSync(file, await migrated);
}

async function migrate(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-migrated-'));
  try {
    const file = join(folder, 'roomtone.db');
    const storage = await openSqlite({ file, jobsIn: (tx) => sqliteJobsIn(tx, Date.now) });
    await storage.close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
