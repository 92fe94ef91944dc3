import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What can be chosen for a channel, a room and a person; `schema.ts` says what the columns mean. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('team_id', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('notify', 'text')
    .addColumn('locale', 'text')
    .addColumn('reminders', 'integer')
    .addColumn('make_rooms', 'text')
    .addColumn('delete_recordings', 'text')
    .addColumn('see_links', 'text')
    .addColumn('recording', 'text')
    .addPrimaryKeyConstraint('settings_key', ['team_id', 'channel_id'])
    .execute();
  const { schema } = db;
  await schema.alterTable('rooms').addColumn('thread_ts', 'text').execute();
  // The previous release knows nothing of the others, so they have defaults.
  await schema
    .alterTable('rooms')
    .addColumn('join_approval', 'text', (c) => c.notNull().defaultTo('everyone'))
    .execute();
  for (const [table, column, value] of [
    ['rooms', 'closes_after_session', 0],
    ['recordings', 'reminders_sent', 0],
    ['people', 'reminders', 1],
  ] as const) {
    await schema
      .alterTable(table)
      .addColumn(column, 'integer', (c) => c.notNull().defaultTo(value))
      .execute();
  }
  await sql`create index rooms_channel on rooms (team_id, channel_id, created_at, room_key)`.execute(db);
  // For reminders: what is there and has not been spoken of twice.
  await sql`create index recordings_kept on recordings (ended_at)
    where state = 'uploaded' and confirmed_at is not null and reminders_sent < 2`.execute(db);
}
