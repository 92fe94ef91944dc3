import { announceRoomLater } from './announce-later.ts';
import { endSession } from './end-session.ts';
import type { Tables } from './ports/storage.ts';

/** A room's time is over: nobody can join it any more, and whatever went on in it has ended. Twice is the same as once. */
export async function closeRoom(tables: Tables, roomKey: string, now: number): Promise<void> {
  if (!(await tables.rooms.expire(roomKey))) return;
  for (const { sessionId, emptySince } of await tables.sessions.openIn(roomKey)) {
    await endSession(tables, { sessionId, roomKey, endedAt: emptySince ?? now, now });
  }
  await announceRoomLater(tables, roomKey);
}
