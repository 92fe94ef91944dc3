import { type SqlBool, sql, type Transaction } from 'kysely';
import type { Hosted } from '../usecases/ports/hosted.ts';
import type { Member } from '../usecases/ports/workspace.ts';
import { withRooms } from './recording-lists.ts';
import { toRoom } from './room-row.ts';
import type { Schema } from './schema.ts';

/** Lists across all channels; each begins at the host's rooms, which have an index of their own. */
export function hosted(tx: Transaction<Schema>): Hosted {
  return {
    async rooms({ teamId, userId }, { state, since }, limit) {
      const rows = await tx
        .selectFrom('rooms')
        .selectAll()
        .where('team_id', '=', teamId)
        .where('host_user_id', '=', userId)
        .where('created_at', '>=', since)
        .where('state', '=', state)
        .orderBy('created_at', 'desc')
        .orderBy('room_key', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toRoom);
    },
    async recordings(host, limit) {
      const rows = await recordingsOfHost(tx, host)
        .orderBy('recordings.created_at', 'desc')
        .orderBy('recordings.recording_id', 'desc')
        .limit(limit)
        .execute();
      return withRooms(tx, rows);
    },
    async expiring(host, { provider, after, by }, limit) {
      const rows = await recordingsOfHost(tx, host)
        .where(sql<SqlBool>`recordings.state = 'uploaded' and recordings.confirmed_at is not null`)
        .where('recordings.provider', '=', provider)
        .where('recordings.ended_at', '>', after)
        .where('recordings.ended_at', '<=', by)
        .orderBy('recordings.ended_at')
        .orderBy('recordings.recording_id')
        .limit(limit)
        .execute();
      return withRooms(tx, rows);
    },
  };
}

function recordingsOfHost(tx: Transaction<Schema>, { teamId, userId }: Member) {
  return tx
    .selectFrom('rooms')
    .innerJoin('recordings', 'recordings.room_key', 'rooms.room_key')
    .selectAll('recordings')
    .where('rooms.team_id', '=', teamId)
    .where('rooms.host_user_id', '=', userId)
    .where(sql<SqlBool>`recordings.state not in ('deleted', 'gone')`);
}
