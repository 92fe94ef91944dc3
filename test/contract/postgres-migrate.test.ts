import { expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { migratePostgres } from '../../src/storage/postgres.ts';
import { fullSqlite } from '../support/full-sqlite.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStorage } from '../support/open-postgres-storage.ts';
import { runProgram } from '../support/run-program.ts';
import { validEnv } from '../support/valid-env.ts';

const { freshDatabase } = onPostgres();

const APPLIED = 'select * from kysely_migration order by name';

test('an empty database that ten start on at once: every table is made, but for the queue of SQLite', async () => {
  const url = await freshDatabase();
  const log = createLog('silent');

  await Promise.all(Array.from({ length: 10 }, () => migratePostgres({ url, log })));

  const { tables } = await openPostgresStorage(url);
  const onSqlite = (await fullSqlite()).tables;
  expect(await tables()).toEqual(onSqlite.filter((name) => name !== 'jobs'));
});

test('two processes that migrate at once: both end well, and so does one that comes later; the queue is there too', async () => {
  const env = { ...validEnv, DATABASE_URL: await freshDatabase() };
  const migrate = () => runProgram(['src/main.ts', 'migrate'], { env });
  const ended = { code: 0, stdout: 'The database is up to date.\n', stderr: '' };

  expect(await Promise.all([migrate(), migrate()])).toEqual([ended, ended]);
  const { sql } = await openPostgresStorage(env.DATABASE_URL);
  const applied = await sql(APPLIED);
  expect(await migrate()).toEqual(ended);

  expect(await sql(APPLIED)).toEqual(applied);
  expect(await sql('select name from pgboss.queue order by name')).toEqual([
    { name: 'jobs' },
    { name: 'jobs-buried' },
  ]);
});
