import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** A channel's recordings are listed by an index of their own, however many there are; `schema.ts` says what is what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['team_id', 'channel_id', 'post_channel_id']) {
    await db.schema.alterTable('recordings').addColumn(column, 'text').execute();
    const ofRoom = sql`select ${sql.ref(column)} from rooms where rooms.room_key = recordings.room_key`;
    await sql`update recordings set ${sql.ref(column)} = (${ofRoom}) where room_key is not null`.execute(db);
  }
  await sql`create index recordings_channel on recordings (team_id, channel_id, created_at, recording_id)
    where state not in ('deleted', 'gone')`.execute(db);
  // Rooms made between people: their recordings are found where their messages are as well.
  await sql`create index recordings_posted on recordings (team_id, post_channel_id, created_at, recording_id)
    where state not in ('deleted', 'gone') and channel_id <> post_channel_id`.execute(db);
}
