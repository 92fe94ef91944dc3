import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** The tables of the first release; `schema.ts` says what the columns mean. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRooms(db);
  await createMeetings(db);
  await createMessages(db);
}

async function createRooms(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rooms')
    .addColumn('room_key', 'text', (c) => c.primaryKey())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('team_id', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('direct', 'integer', (c) => c.notNull())
    .addColumn('post_channel_id', 'text')
    .addColumn('host_user_id', 'text', (c) => c.notNull())
    .addColumn('host_name', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('folded_title', 'text', (c) => c.notNull())
    .addColumn('twin', 'integer', (c) => c.notNull())
    .addColumn('recording', 'text', (c) => c.notNull())
    .addColumn('host_only', 'integer', (c) => c.notNull())
    .addColumn('closes', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('provider_room_id', 'text')
    .addColumn('join_url', 'text')
    .addColumn('token_hash', 'text')
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('create_began_at', 'bigint')
    .execute();
  // One live room of a title in a channel: two people typing the same command at once get the same room.
  await sql`create unique index rooms_live on rooms (team_id, channel_id, folded_title, twin)
    where state in ('making', 'open')`.execute(db);
  await sql`create unique index rooms_token on rooms (token_hash) where token_hash is not null`.execute(db);
  await sql`create unique index rooms_provider on rooms (provider, provider_room_id)
    where provider_room_id is not null`.execute(db);
  await sql`create index rooms_host on rooms (team_id, host_user_id, created_at)`.execute(db);
  await sql`create index rooms_open on rooms (expires_at) where state = 'open'`.execute(db);
}

async function createMeetings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('session_id', 'text', (c) => c.primaryKey())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('room_key', 'text')
    .addColumn('provider_room_id', 'text')
    .addColumn('started_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('participants', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await sql`create index sessions_room on sessions (room_key, ended_at)`.execute(db);
  await sql`create index sessions_unclaimed on sessions (provider_room_id) where room_key is null`.execute(
    db,
  );
  await db.schema
    .createTable('recordings')
    .addColumn('recording_id', 'text', (c) => c.primaryKey())
    .addColumn('session_id', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('room_key', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('started_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('duration_seconds', 'bigint')
    .addColumn('confirmed_at', 'bigint')
    .addColumn('deleted_by', 'text')
    .addColumn('removed_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await sql`create index recordings_session on recordings (session_id)`.execute(db);
  await sql`create index recordings_room on recordings (room_key, created_at)`.execute(db);
  await sql`create index recordings_unclaimed on recordings (created_at) where room_key is null`.execute(db);
}

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('posts')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('message_ts', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('posts_key', ['subject', 'stage'])
    .execute();
  await db.schema
    .createTable('pauses')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('inbox')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('accepted_at', 'bigint', (c) => c.notNull())
    .addColumn('answered_at', 'bigint')
    .execute();
  await sql`create index inbox_age on inbox (accepted_at)`.execute(db);
  await db.schema
    .createTable('audit')
    .addColumn('entry_id', 'text', (c) => c.primaryKey())
    .addColumn('team_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('people')
    .addColumn('team_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('people_key', ['team_id', 'user_id'])
    .execute();
}
