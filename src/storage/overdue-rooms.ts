import type { Transaction } from 'kysely';
import { AFTER_USE_MS } from '../domain/room.ts';
import type { RoomRow } from './room-row.ts';
import type { Schema } from './schema.ts';

/** Open rooms whose time has run out, and in which no session goes on or has only just ended; the longest overdue first. */
export function overdueRooms(tx: Transaction<Schema>, now: number, limit: number): Promise<RoomRow[]> {
  return tx
    .selectFrom('rooms')
    .selectAll()
    .where('state', '=', 'open')
    .where('expires_at', '<=', now)
    .where((room) => {
      const inUse = room
        .selectFrom('sessions')
        .select('session_id')
        .whereRef('sessions.room_key', '=', 'rooms.room_key')
        .where((session) =>
          session.or([session('ended_at', '>', now - AFTER_USE_MS), session('ended_at', 'is', null)]),
        );
      return room.not(room.exists(inUse));
    })
    .orderBy('expires_at')
    .orderBy('room_key')
    .limit(limit)
    .execute();
}
