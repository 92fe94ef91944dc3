import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import type { PostgresStorage } from '../../src/storage/postgres.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { type OpenedPostgres, openPostgresStorage } from '../support/open-postgres-storage.ts';
import { PROVIDER, START } from '../support/sample-rows.ts';

const { freshDatabase } = onPostgres();

const open = async () => openPostgresStorage(await freshDatabase());
const accept = ({ storage }: OpenedPostgres, key: string) =>
  storage.transaction(({ inbox }) => inbox.accept(key, 'callback', START));

/** As a restart of the server would, or an operator. */
async function endConnection({ sql: query }: OpenedPostgres, pid: number): Promise<void> {
  await query(`select pg_terminate_backend(${pid})`);
  const isGone = async () => (await query(`select from pg_stat_activity where pid = ${pid}`)).length === 0;
  await vi.waitUntil(isGone, { timeout: 5_000, interval: 5 });
}

describe('a connection that is lost', () => {
  test.each([
    ['before the next statement', 'select 1'],
    ['before the commit', null],
  ])(
    'in the middle of a transaction, %s: it rejects, nothing of it stays, and the next one works',
    async (_when, next) => {
      const opened = await open();

      const work = opened.storage.inTransaction(async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
        await tx.insertInto('pauses').values({ key: 'lost', until: START }).execute();
        await endConnection(opened, rows[0]?.pid ?? 0);
        if (next !== null) await sql.raw(next).execute(tx);
      });

      await expect(work).rejects.toThrow();
      expect(await accept(opened, 'next')).toBe(true);
      expect(await opened.sql('select key from pauses')).toEqual([]);
    },
  );

  test('while nobody uses it: is logged without secrets, and the next transaction works', async () => {
    const opened = await open();
    const { rows } = await opened.storage.pool.query('select pg_backend_pid() as pid');

    await endConnection(opened, rows[0].pid);

    await vi.waitUntil(() => opened.log.length > 0, { timeout: 5_000 });
    expect(opened.log).toEqual([
      {
        level: 'warn',
        time: expect.any(String),
        reason: 'terminating connection due to administrator command',
        msg: 'a database connection was lost',
      },
    ]);
    expect(await accept(opened, 'next')).toBe(true);
  });
});

describe('transactions that Postgres gives up', () => {
  const touch = (
    storage: PostgresStorage,
    [first = '', second = '']: readonly string[],
    between: () => Promise<void>,
  ) =>
    storage.transaction(async ({ sessions }) => {
      await sessions.touch({ provider: PROVIDER, sessionId: first, providerRoomId: null }, START);
      await between();
      await sessions.touch({ provider: PROVIDER, sessionId: second, providerRoomId: 'p-1' }, START);
    });

  test('for one that waits for it in turn: both are done in the end', async () => {
    const { storage, sql: query } = await open();
    let begun = 0;
    const bothHaveTheirFirst = Promise.withResolvers<void>();
    const between = () => {
      begun++;
      if (begun === 2) bothHaveTheirFirst.resolve();
      return bothHaveTheirFirst.promise;
    };

    await Promise.all([touch(storage, ['a', 'b'], between), touch(storage, ['b', 'a'], between)]);

    expect(begun).toBeGreaterThan(2);
    expect(await query('select session_id from sessions order by 1')).toHaveLength(2);
  });

  test('each time: are tried five times, then they reject with what Postgres says', async () => {
    const { storage } = await open();
    let tries = 0;

    const work = storage.inTransaction(async (tx) => {
      tries++;
      await sql`do $$ begin raise exception 'no' using errcode = '40001'; end $$`.execute(tx);
    });

    await expect(work).rejects.toMatchObject({ code: '40001' });
    expect(tries).toBe(5);
  });

  test('for what will be wrong the next time too: are tried once', async () => {
    const { storage } = await open();
    let tries = 0;

    const work = storage.inTransaction(async (tx) => {
      tries++;
      await sql`select 1 / 0`.execute(tx);
    });

    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(tries).toBe(1);
  });
});

test('a statement that is stuck, and a transaction whose process has vanished: Postgres ends them', async () => {
  const { storage } = await open();

  const { rows } = await storage.inTransaction((tx) =>
    sql`select name, setting::int as ms from pg_settings where name like '%\\_timeout' and source = 'session'`.execute(
      tx,
    ),
  );

  expect(rows).toEqual([
    { name: 'idle_in_transaction_session_timeout', ms: 20_000 },
    { name: 'statement_timeout', ms: 10_000 },
  ]);
});

describe('a commit that fails while another transaction waits for its connection', () => {
  test.each([
    ['for a statement that failed and was passed over', 'select 1 / 0', 'AbortedTransactionError'],
    ['for what is only checked then', "insert into once values ('twice'), ('twice')", 'error'],
  ])('%s: nothing of the first one stays, the second is stored whole', async (_why, statement, error) => {
    const opened = await openPostgresStorage(await freshDatabase(), { poolSize: 1 });
    await opened.sql('create table once (key text unique deferrable initially deferred)');
    const first = opened.storage.inTransaction(async (tx) => {
      await tx.insertInto('pauses').values({ key: 'first', until: START }).execute();
      await sql
        .raw(statement)
        .execute(tx)
        .catch(() => undefined);
    });
    const second = opened.storage.transaction(async ({ inbox, pauses }) => {
      await inbox.accept('second', 'callback', START);
      await first.catch(() => undefined);
      await pauses.hold('second', START);
    });

    await expect(first).rejects.toMatchObject({ name: error });
    await second;

    expect(await opened.sql('select key from inbox union all select key from pauses')).toEqual([
      { key: 'second' },
      { key: 'second' },
    ]);
  });
});

test('more transactions at once than connections: the rest wait their turn', async () => {
  const opened = await openPostgresStorage(await freshDatabase(), { poolSize: 2 });

  await Promise.all(Array.from({ length: 50 }, (_, n) => accept(opened, String(n))));

  expect(await opened.sql('select key from inbox')).toHaveLength(50);
  expect(opened.storage.pool.totalCount).toBe(2);
});
