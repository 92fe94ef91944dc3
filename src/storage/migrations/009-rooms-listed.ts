import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Who asked for a room, when that is not its host; and a channel's rooms as they are listed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('rooms').addColumn('made_by', 'text').execute();
  await sql`update rooms set made_by = host_user_id`.execute(db);
  await sql`create index rooms_made on rooms (team_id, made_by, created_at)`.execute(db);
  await sql`drop index rooms_channel`.execute(db);
  await sql`create index rooms_listed on rooms
    (team_id, channel_id, (case state when 'open' then 1 else 0 end), created_at, room_key)
    where state in ('open', 'expired')`.execute(db);
}
