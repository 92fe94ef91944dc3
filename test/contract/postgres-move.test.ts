import { describe, expect, test } from 'vitest';
import { type Move, moveRows } from '../../src/storage/move.ts';
import type { JobsTable } from '../../src/storage/schema.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { type FullSqlite, fullSqlite, INBOX_ROWS } from '../support/full-sqlite.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { type OpenedPostgres, openPostgresStorage } from '../support/open-postgres-storage.ts';
import { runProgram } from '../support/run-program.ts';
import { sampleReply } from '../support/sample-jobs.ts';
import { START, sampleRoom } from '../support/sample-rows.ts';

const { freshDatabase } = onPostgres();

const everyRow = (table: string) => `select * from ${table} order by 1, 2`;

async function rowsIn({ sql, tables }: OpenedPostgres): Promise<unknown[]> {
  const rows = (await tables()).map((table) => sql(everyRow(table)));
  return (await Promise.all(rows)).flat();
}

/** The program's way, but for the queue. */
async function moveTo(target: OpenedPostgres, { file }: FullSqlite, takeJobs: Move['takeJobs']) {
  const source = await openSqlite({ file, jobsIn: noJobs });
  try {
    return await source.inTransaction((from) =>
      target.storage.inTransaction((to) => moveRows({ from, to, takeJobs })),
    );
  } finally {
    await source.close();
  }
}

function noJobs(): never {
  throw new Error('Nothing is enqueued here');
}

describe('moving from SQLite to Postgres', () => {
  test('every row of every table: arrives as it was, and every job is handed over', async () => {
    const source = await fullSqlite();
    const target = await openPostgresStorage(await freshDatabase());
    const jobs: JobsTable[] = [];

    const moved = await moveTo(target, source, async (_tx, some) => void jobs.push(...some));

    expect([...(await target.tables()), 'jobs'].toSorted()).toEqual(source.tables);
    for (const table of await target.tables()) {
      const rows = source.sql(everyRow(table));
      expect(rows.length).toBeGreaterThan(0);
      expect(await target.sql(everyRow(table))).toEqual(rows);
      expect(moved).toContainEqual({ table, rows: rows.length });
    }
    expect(jobs).toEqual(source.sql('select * from jobs order by job_id'));
    expect(moved.at(-1)).toEqual({ table: 'jobs', rows: 4 });
  });

  test('into a database that holds a room already: is refused, and changes nothing there', async () => {
    const source = await fullSqlite();
    const target = await openPostgresStorage(await freshDatabase());
    await target.storage.transaction(({ rooms }) => rooms.insert(sampleRoom({ roomKey: 'there' }), 0));

    await expect(moveTo(target, source, async () => undefined)).rejects.toThrow('holds rooms already');

    expect(await rowsIn(target)).toMatchObject([{ room_key: 'there' }]);
  });

  test('when a row does not arrive: fails with its table, and nothing stays', async () => {
    const source = await fullSqlite();
    const target = await openPostgresStorage(await freshDatabase());
    await target.sql(`create function lose() returns trigger language plpgsql as 'begin return null; end'`);
    await target.sql(
      "create trigger lose before insert on inbox for each row when (new.key = 'slack:700') execute function lose()",
    );

    const moving = moveTo(target, source, async () => undefined);

    await expect(moving).rejects.toThrow(`Of ${INBOX_ROWS} inbox, ${INBOX_ROWS - 1} arrived`);
    expect(await rowsIn(target)).toEqual([]);
  });

  test('when a job can’t be handed over: fails with that, and nothing stays', async () => {
    const source = await fullSqlite();
    const target = await openPostgresStorage(await freshDatabase());

    const moving = moveTo(target, source, () => Promise.reject(new Error('no place')));

    await expect(moving).rejects.toThrow('no place');
    expect(await rowsIn(target)).toEqual([]);
  });
});

describe('roomtone move', () => {
  const move = (...args: string[]) => runProgram(['src/main.ts', 'move', ...args]);

  test('from a file to an empty database: tells what it moved, and the jobs are in the queue there', async () => {
    const source = await fullSqlite();
    const url = await freshDatabase();

    const { code, stdout, stderr } = await move('--from', `file:${source.file}`, '--to', url);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const told = stdout.split('\n').map((line) => line.split(/ +/));
    expect(told).toContainEqual(['inbox', String(INBOX_ROWS)]);
    expect(told).toContainEqual(['jobs', '4']);
    const target = await openPostgresStorage(url);
    const rows = (await target.tables()).flatMap((table) => source.sql(everyRow(table)));
    expect(await rowsIn(target)).toHaveLength(rows.length);
    const jobs = await target.sql<{ queue: string; data: unknown }>(
      "select name as queue, data from pgboss.job order by name, data ->> 'lane'",
    );
    const waiting = { name: 'announce-room', attempts: 0, error: null, createdAt: START };
    expect(jobs).toMatchObject([
      { queue: 'jobs', data: { ...waiting, lane: 'r1', payload: { roomKey: 'r1' } } },
      { queue: 'jobs', data: { ...waiting, lane: 'r3', attempts: 1 } },
      { queue: 'jobs', data: { name: 'still-working', lane: null, payload: { reply: sampleReply } } },
      { queue: 'jobs-buried', data: { lane: 'r2', attempts: 3, error: 'bad_payload: no' } },
    ]);
  });

  test('from a file that is being served: is refused', async () => {
    const source = await fullSqlite();
    const served = await openSqlite({ file: source.file, jobsIn: noJobs });

    const { code, stderr } = await move('--from', `file:${source.file}`, '--to', await freshDatabase());
    await served.close();

    expect(code).toBe(78);
    expect(stderr).toContain('is already served by another Roomtone process');
  });

  test.each([
    [
      'a file that is not there',
      ['--from', 'file:/nowhere.db', '--to', 'postgres://localhost/x'],
      78,
      /There is no \/nowhere.db/,
    ],
    [
      'the wrong way round',
      ['--from', 'postgres://localhost/x', '--to', 'file:/nowhere.db'],
      78,
      /Moving needs --from file:/,
    ],
    ['something else', ['--of', 'file:/nowhere.db'], 64, /^Usage: /],
  ])('with %s: ends with what to do', async (_what, args, code, words) => {
    const ended = await move(...args);

    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(words) });
  });
});
