import { sql, type Transaction } from 'kysely';
import type { RoomRow } from './room-row.ts';
import type { Schema } from './schema.ts';

/** Rooms in the making since before then, the longest first. */
export function stuckRooms(tx: Transaction<Schema>, before: number, limit: number): Promise<RoomRow[]> {
  return (
    tx
      .selectFrom('rooms')
      .selectAll()
      // Written out: SQLite matches it with the index's own condition, which holds no parameters.
      .where(sql<boolean>`state = 'making'`)
      .where('created_at', '<', before)
      .where((room) => room.or([room('making_since', 'is', null), room('making_since', '<', before)]))
      .orderBy('created_at')
      .orderBy('room_key')
      .limit(limit)
      .execute()
  );
}
