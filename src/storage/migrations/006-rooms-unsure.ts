import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What is known of rooms that may or may not have been made; `schema.ts` says what the columns mean. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['making_since', 'list_from']) {
    await db.schema.alterTable('rooms').addColumn(column, 'bigint').execute();
  }
  await sql`create index rooms_making on rooms (created_at) where state = 'making'`.execute(db);
  await db.schema
    .createTable('room_lists')
    .addColumn('provider', 'text', (c) => c.primaryKey())
    .addColumn('next_start', 'bigint', (c) => c.notNull())
    .execute();
}
