import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration } from 'kysely/migration';

type Migrations = Readonly<Record<string, Migration>>;

const DONE: Migration = { up: async () => undefined };

/**
 * What a newer release has done to this database. Every migration works with the code of the release before it, so after
 * a roll back that code starts again; without these names the migrator would take the database for corrupted.
 */
export async function newerMigrations<Tables>(db: Kysely<Tables>, ours: Migrations): Promise<Migrations> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return {};
  const table = sql.table(DEFAULT_MIGRATION_TABLE);
  const { rows } = await sql<{ name: string }>`select name from ${table}`.execute(db);
  const newer = rows.filter(({ name }) => !Object.hasOwn(ours, name));
  return Object.fromEntries(newer.map(({ name }) => [name, DONE]));
}
