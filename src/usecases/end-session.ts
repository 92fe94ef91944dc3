import { closingAfterSession } from '../domain/room.ts';
import { refreshCard } from './announce-later.ts';
import { lookForRecordings } from './look-for-recordings.ts';
import type { Tables } from './ports/storage.ts';

export interface SessionEnd {
  readonly sessionId: string;
  /** Of the session; null while it is not known. */
  readonly roomKey: string | null;
  readonly endedAt: number;
  readonly now: number;
}

/** A session is over, so its recordings are due. A second end changes nothing, but they are looked for anew. */
export async function endSession(
  tables: Tables,
  { sessionId, roomKey, endedAt, now }: SessionEnd,
): Promise<void> {
  const isOver = await tables.sessions.end(sessionId, endedAt);
  await lookForRecordings(tables, sessionId, now);
  if (!isOver || roomKey === null) return;
  const room = await tables.rooms.find(roomKey);
  const closesAt = room && closingAfterSession(room, endedAt);
  if (closesAt !== undefined) await tables.rooms.reschedule(roomKey, { expiresAt: closesAt });
  await refreshCard(tables, roomKey, now);
}
