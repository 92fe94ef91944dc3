import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as firstTables from './migrations/001-first-tables.ts';
import type { Schema } from './schema.ts';

const MIGRATIONS: Record<string, Migration> = {
  '001-first-tables': firstTables,
};

/** Brings the tables up to this release; forward only. Throws what the failing migration threw. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
