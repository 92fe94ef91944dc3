import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { runProgram } from '../support/run-program.ts';
import { validEnv } from '../support/valid-env.ts';

test('a database that a newer release has migrated: this one takes it as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-roll-back-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'roomtone.db');
  const migrate = () =>
    runProgram(['src/main.ts', 'migrate'], { env: { ...validEnv, DATABASE_URL: `file:${file}` } });
  await migrate();
  const database = new BetterSqlite3(file);
  onTestFinished(() => void database.close());
  database.exec('alter table rooms add column from_the_future text');
  database.exec("insert into kysely_migration values ('999-from-the-future', '2030-01-01T00:00:00.000Z')");
  const applied = () => database.prepare('select name from kysely_migration order by name').pluck().all();
  const before = applied();

  expect(await migrate()).toEqual({ code: 0, stdout: 'The database is up to date.\n', stderr: '' });
  expect(applied()).toEqual(before);
});
