import type { Transaction } from 'kysely';
import type { Rooms } from '../usecases/ports/rooms.ts';
import type { Schema } from './schema.ts';

/** Which rooms' channels take no messages of ours, and since when. */
export function roomRefusals(tx: Transaction<Schema>): Pick<Rooms, 'refuse' | 'welcome'> {
  return {
    async refuse(roomKey, at) {
      const result = await tx
        .updateTable('rooms')
        .set({ refused_since: at })
        .where('room_key', '=', roomKey)
        .where('refused_since', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async welcome(roomKey) {
      await tx
        .updateTable('rooms')
        .set({ refused_since: null })
        .where('room_key', '=', roomKey)
        .where('refused_since', 'is not', null)
        .execute();
    },
  };
}
