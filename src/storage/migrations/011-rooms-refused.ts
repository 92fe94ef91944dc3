import type { Kysely } from 'kysely';

/** Rooms whose channel takes no messages; `schema.ts` says what the column means. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('rooms').addColumn('refused_since', 'bigint').execute();
}
