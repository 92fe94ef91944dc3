import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What the provider is asked for by itself, and when; `schema.ts` says what the columns mean. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['empty_since', 'look_since', 'look_at']) {
    await db.schema.alterTable('sessions').addColumn(column, 'bigint').execute();
  }
  // The previous release knows nothing of it, so it has a default.
  await db.schema
    .alterTable('recordings')
    .addColumn('adopted', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`create index sessions_open on sessions (created_at) where ended_at is null`.execute(db);
  await sql`create index sessions_look on sessions (look_at)
    where look_at is not null and room_key is not null`.execute(db);
}
