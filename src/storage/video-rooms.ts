import type { Selectable, Transaction } from 'kysely';
import type { VideoRoom, VideoRooms } from '../usecases/ports/video-rooms.ts';
import type { Schema, VideoRoomsTable } from './schema.ts';

export function videoRoomsTable(tx: Transaction<Schema>): VideoRooms {
  const findBy = async (column: 'provider_room_id' | 'room_key', value: string) => {
    const row = await tx.selectFrom('video_rooms').selectAll().where(column, '=', value).executeTakeFirst();
    return row === undefined ? undefined : toVideoRoom(row);
  };

  return {
    find: (providerRoomId) => findBy('provider_room_id', providerRoomId),
    findByKey: (roomKey) => findBy('room_key', roomKey),
    async insert(room) {
      const result = await tx
        .insertInto('video_rooms')
        .values(toRow(room))
        .onConflict((conflict) => conflict.column('room_key').doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async reschedule(providerRoomId, { expiresAt, closesAfterSession }) {
      await tx
        .updateTable('video_rooms')
        .set({ expires_at: expiresAt, closes_after_session: closesAfterSession ? 1 : 0 })
        .where('provider_room_id', '=', providerRoomId)
        .execute();
    },
    async activate(providerRoomId, sessionId, before) {
      const result = await tx
        .updateTable('video_rooms')
        .set({ active_session_id: sessionId })
        .where('provider_room_id', '=', providerRoomId)
        .where('active_session_id', before === null ? 'is' : '=', before)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
  };
}

function toVideoRoom(row: Selectable<VideoRoomsTable>): VideoRoom {
  return {
    providerRoomId: row.provider_room_id,
    roomKey: row.room_key,
    expiresAt: row.expires_at,
    isLongTerm: row.long_term === 1,
    closesAfterSession: row.closes_after_session === 1,
    activeSessionId: row.active_session_id,
  };
}

function toRow(room: VideoRoom): VideoRoomsTable {
  return {
    provider_room_id: room.providerRoomId,
    room_key: room.roomKey,
    expires_at: room.expiresAt,
    long_term: room.isLongTerm ? 1 : 0,
    closes_after_session: room.closesAfterSession ? 1 : 0,
    active_session_id: room.activeSessionId,
  };
}
