import { Kysely, PostgresDialect } from 'kysely';
import { postgresDepths } from '../jobs/postgres-depths.ts';
import { isQueueReady } from '../jobs/postgres-ready.ts';
import { createLog } from '../log.ts';
import { callbackTrace } from '../storage/callback-trace.ts';
import { pendingMigrations } from '../storage/migrate.ts';
import { hearsNotifications } from '../storage/postgres-hears.ts';
import { openPool, type PostgresAddress } from '../storage/postgres-pool.ts';
import type { Schema } from '../storage/schema.ts';
import type { Look } from './look.ts';

/** So that nothing can be changed by mistake. */
const SESSION = { default_transaction_read_only: 'on', statement_timeout: '10000' };

/** Throws ConfigError when none can be used there. */
export async function lookAtPostgres(address: PostgresAddress): Promise<Look> {
  const pool = await openPool({ ...address, size: 2, session: SESSION, log: createLog('silent') });
  const runner = { executeSql: (text: string, values: unknown[]) => pool.query(text, values) };
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const { rows } = await pool.query('select current_database() as name, current_setting($1) as version', [
    'server_version',
  ]);
  const [{ name, version }] = rows as [{ name: string; version: string }];
  return {
    what: `Postgres ${version}, database ${name}`,
    async pending() {
      const ours = await pendingMigrations(db, 'postgres');
      return (await isQueueReady(runner)) ? ours : [...ours, 'the queue’s own tables'];
    },
    jobs: () => postgresDepths(runner),
    callbacks: (since) => db.transaction().execute((tx) => callbackTrace(tx, since)),
    hears: () => hearsNotifications(address),
    close: () => pool.end(),
  };
}
