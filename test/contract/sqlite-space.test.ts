import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { sqliteJobsIn } from '../../src/jobs/sqlite-jobs.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { START } from '../support/sample-rows.ts';

const MEGABYTE = 1024 * 1024;

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-space-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'roomtone.db');
}

/** A tool beside the app: it never waits. */
function openBeside(file: string): Database {
  const database = new BetterSqlite3(file, { timeout: 0 });
  onTestFinished(() => void database.close());
  return database;
}

async function serve(file: string) {
  const storage = await openSqlite({ file, jobsIn: (tx) => sqliteJobsIn(tx, () => START) });
  onTestFinished(storage.close);
  return storage;
}

const autoVacuum = (database: Database) => database.pragma('auto_vacuum', { simple: true });
/** What lies in the file itself, the log's part included. */
const pagesOf = (database: Database) => Number(database.pragma('page_count', { simple: true }));

/** As much as a busy month leaves in the inbox. */
function fill(database: Database, megabytes: number): void {
  database.exec(`with recursive n(i) as (values (1) union all select i + 1 from n where i < ${megabytes * 1000})
    insert into inbox (key, kind, accepted_at) select i || hex(randomblob(500)), 'callback', 1 from n`);
}

test('rows that are removed: the file becomes smaller, a bounded part at a time', async () => {
  const file = newFile();
  const storage = await serve(file);
  const beside = openBeside(file);
  fill(beside, 5);
  beside.exec('delete from inbox');
  const full = pagesOf(beside);
  const compact = () => storage.transaction(({ retention }) => retention.compact());

  expect(await compact()).toBe(true);
  const afterOne = pagesOf(beside);
  while (await compact());

  // 200 pages, and now and then one that tells where others are.
  expect(full - afterOne).toBeGreaterThanOrEqual(200);
  expect(full - afterOne).toBeLessThan(210);
  expect(pagesOf(beside)).toBeLessThan(full / 3);
  expect(await compact()).toBe(false);
});

test('a file made without being able to shrink: can, once it is served, and nothing is lost', async () => {
  const file = newFile();
  await (await serve(file)).close();
  const old = openBeside(file);
  old.pragma('journal_mode = DELETE');
  old.pragma('auto_vacuum = NONE');
  old.exec('vacuum');
  fill(old, 1);
  const rows = old.prepare('select count(*) from inbox').pluck().get();
  expect(autoVacuum(old)).toBe(0);
  old.close();

  await serve(file);

  const beside = openBeside(file);
  expect(autoVacuum(beside)).toBe(2);
  expect(beside.prepare('select count(*) from inbox').pluck().get()).toBe(rows);
  expect(beside.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('a tool only looks at such a file: it stays as it is', async () => {
  const file = newFile();
  new BetterSqlite3(file).exec('create table inbox (key text)').close();

  const tool = await openSqlite({ file, jobsIn: () => expect.fail(), beside: true });
  onTestFinished(tool.close);

  expect(autoVacuum(openBeside(file))).toBe(0);
});

test('much is written: the log beside the file stays small', async () => {
  const file = newFile();
  const storage = await serve(file);

  for (let n = 0; n < 40; n++) {
    await storage.transaction(async ({ inbox }) => {
      for (let i = 0; i < 100; i++) await inbox.accept(`${n}.${i}.${'x'.repeat(4_000)}`, 'callback', START);
    });
  }

  expect(statSync(file).size).toBeGreaterThan(12 * MEGABYTE);
  expect(statSync(`${file}-wal`).size).toBeLessThan(8 * MEGABYTE);
});

test('a backup that reads for long lets the log grow: it is cut back once the backup is done', async () => {
  const file = newFile();
  const storage = await serve(file);
  const logBytes = () => statSync(`${file}-wal`).size;
  const backup = openBeside(file);
  backup.exec('begin; select * from inbox');
  const write = (n: number) =>
    storage.transaction(async ({ inbox }) => {
      for (let i = 0; i < 200; i++) await inbox.accept(`${n}.${i}.${'x'.repeat(4_000)}`, 'callback', START);
    });
  for (let n = 0; n < 25; n++) await write(n);
  expect(logBytes()).toBeGreaterThan(30 * MEGABYTE);

  backup.exec('commit');
  for (let n = 25; n < 28; n++) await write(n);

  expect(logBytes()).toBeLessThanOrEqual(16 * MEGABYTE);
});

test('a tool wants to write while a transaction has only read so far: the tool waits, the transaction goes through', async () => {
  const file = newFile();
  const storage = await serve(file);
  const tool = openBeside(file);

  await storage.transaction(async ({ inbox }) => {
    await inbox.isAnswered('slack:1');
    expect(() => tool.exec("insert into pauses values ('by the tool', 1)")).toThrow('locked');
    await inbox.accept('slack:1', 'callback', START);
  });

  tool.exec("insert into pauses values ('by the tool', 1)");
  expect(tool.prepare('select key from inbox').pluck().all()).toEqual(['slack:1']);
});

test('more different statements than are kept: each still gives its own answer', async () => {
  const { inTransaction } = await serve(newFile());
  const ask = (n: number) =>
    inTransaction(async (tx) => (await sql<{ n: number }>`select ${sql.lit(n)} as n`.execute(tx)).rows[0]?.n);
  const numbers = Array.from({ length: 600 }, (_, n) => n);

  for (const n of [...numbers, ...numbers]) expect(await ask(n)).toBe(n);
});
