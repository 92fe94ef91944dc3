import { describe } from 'vitest';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStore } from '../support/open-postgres-store.ts';
import { jobsContract } from './jobs-contract.ts';

const { freshDatabase } = onPostgres();
let database: Promise<string> | undefined;

/** The same database each time, emptied: making a new one takes longer than most tests. */
async function openEmptied() {
  database ??= freshDatabase();
  const store = await openPostgresStore(await database);
  await store.sql('delete from pgboss.job');
  // Stamped by a clock that other tests have moved on.
  await store.sql('update pgboss.queue set monitor_claim_on = null, monitor_on = null');
  return store;
}

describe('Postgres', () => jobsContract(openEmptied));
