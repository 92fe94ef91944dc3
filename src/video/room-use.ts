import type { Session } from '../domain/session.ts';
import type { Tables } from '../usecases/ports/storage.ts';
import type { VideoRoom } from '../usecases/ports/video-rooms.ts';

/**
 * A session in which nobody has been for so long is over. Source: Vonage's archiving guide, an automatic archive stops
 * then, and its session must not be used again.
 */
export const EMPTY_MS = 60_000;
/** How long a room stays open after its last session. Source: contract §6 of the Meetings API, which we go on keeping. */
export const AFTER_USE_MS = 10 * 60_000;

/** Who uses a room, by our own records of its sessions. */
export interface RoomUse {
  /** The session that whoever joins gets into; undefined: there is none, or it is over. */
  readonly session: Session | undefined;
  /** When the last one before it was over; null: there was none. */
  readonly lastEnd: number | null;
}

export async function readUse(
  { sessions }: Pick<Tables, 'sessions'>,
  room: Pick<VideoRoom, 'roomKey' | 'activeSessionId'>,
  now: number,
): Promise<RoomUse> {
  const open = await sessions.openIn(room.roomKey);
  const session = open.find(({ sessionId }) => sessionId === room.activeSessionId);
  const isAlive = session !== undefined && !isOver(session, now);
  const ends = [
    await sessions.lastEndIn(room.roomKey),
    ...open.map((one) => (one === session && isAlive ? null : one.emptySince)),
  ].filter((end) => end !== null);
  return { session: isAlive ? session : undefined, lastEnd: ends.length === 0 ? null : Math.max(...ends) };
}

function isOver({ emptySince }: Session, now: number): boolean {
  return emptySince !== null && now - emptySince >= EMPTY_MS;
}

/** When a room closes, or has closed, if nobody comes any more. Epoch milliseconds. */
export function closesAt(
  { isLongTerm, expiresAt, closesAfterSession }: VideoRoom,
  { lastEnd }: RoomUse,
): number {
  if (lastEnd === null) return expiresAt;
  const afterUse = lastEnd + AFTER_USE_MS;
  if (!isLongTerm) return Math.max(expiresAt, afterUse);
  return closesAfterSession ? Math.min(expiresAt, afterUse) : expiresAt;
}

/** Who is in keeps a room open, however long that takes. */
export function isClosed(room: VideoRoom, use: RoomUse, now: number): boolean {
  return use.session === undefined && closesAt(room, use) <= now;
}
