import type { Kysely } from 'kysely';

/** Rooms that are ours alone, for a provider that knows sessions only; `schema.ts` says what the columns mean. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('video_rooms')
    .addColumn('provider_room_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('room_key', 'text', (c) => c.notNull().unique())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('long_term', 'integer', (c) => c.notNull())
    .addColumn('closes_after_session', 'integer', (c) => c.notNull())
    .addColumn('active_session_id', 'text')
    .execute();
}
