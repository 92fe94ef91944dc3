import { describe } from 'vitest';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStorage } from '../support/open-postgres-storage.ts';
import { storageContract } from './storage-contract.ts';

const { freshDatabase } = onPostgres();
let database: Promise<string> | undefined;

/** The same database each time, emptied: making a new one takes longer than most tests. */
async function openEmptied() {
  database ??= freshDatabase();
  const opened = await openPostgresStorage(await database);
  for (const table of await opened.tables()) await opened.sql(`delete from ${table}`);
  return opened;
}

describe('Postgres', () => storageContract(openEmptied));
