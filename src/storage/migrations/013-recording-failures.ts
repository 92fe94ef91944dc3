import type { Kysely } from 'kysely';

/** Recordings that failed; `schema.ts` says what the column means. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('recordings').addColumn('failure', 'text').execute();
}
