import type { Kysely } from 'kysely';

/** Why rooms could not be made; `schema.ts` says what the column means. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('rooms').addColumn('failure', 'text').execute();
}
