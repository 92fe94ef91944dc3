import { nextLook, nextLookAtKept, shouldBeThere } from '../domain/look-schedule.ts';
import type { Recording } from '../domain/recording.ts';
import { keptUntil } from '../domain/retention.ts';
import type { Room } from '../domain/room.ts';
import type { Session } from '../domain/session.ts';
import type { MeetingRecording } from './ports/meetings.ts';
import type { Tables } from './ports/storage.ts';
import { endOf, isRemoved } from './recording-facts.ts';

/** A session whose recordings are looked for. Times are epoch milliseconds. */
export interface SessionLook {
  readonly session: Session;
  readonly room: Room;
  readonly recordings: readonly Recording[];
  /** Its `lookSince`. */
  readonly since: number;
  readonly now: number;
}

/** Reads and locks it, so that no callback comes in between. Undefined: of no room of ours, or nothing of it has ended. */
export async function readLook(
  tables: Tables,
  sessionId: string,
  now: number,
): Promise<SessionLook | undefined> {
  const session = await tables.sessions.lock(sessionId);
  if (session?.roomKey == null || session.lookSince === null) return undefined;
  const room = await tables.rooms.find(session.roomKey);
  if (room === undefined) return undefined;
  const recordings = await tables.recordings.ofSession(sessionId);
  return { session, room, recordings, since: session.lookSince, now };
}

/** Can there be a recording at all? */
export function mayBeRecorded({ room, recordings }: SessionLook): boolean {
  return room.recording !== 'off' || recordings.length > 0;
}

/** Is something still to come, given what the provider lists? */
export function isIncomplete(look: SessionLook, listed: readonly MeetingRecording[]): boolean {
  const { session, recordings } = look;
  const isOver = session.endedAt !== null;
  if (recordings.some((recording) => isAwaited(recording, isOver))) return true;
  const unheardOf = listed.filter((read) => !recordings.some((r) => r.recordingId === read.recordingId));
  if (unheardOf.some((read) => isOver || read.endedAt !== null)) return true;
  return isOver && recordings.length === 0 && isExpected(look);
}

function isAwaited(recording: Recording, isOver: boolean): boolean {
  if (isRemoved(recording) || recording.confirmedAt !== null) return false;
  if (recording.state === 'failed') return false;
  return isOver || recording.state !== 'started';
}

/**
 * Where somebody has to start it, or the host to come, a session without a recording is nothing special; nor where nobody
 * ever came.
 */
function isExpected({ session, room: { recording, hostOnly }, since, now }: SessionLook): boolean {
  const hasBegun = session.startedAt !== null;
  return (hasBegun && recording === 'automatic' && !hostOnly) || !shouldBeThere(since, now);
}

/** When to look for what is still to come; null: no more, it has been long enough. */
export function nextSearch({ since, now }: SessionLook): number | null {
  return nextLook(since, now);
}

/** When to see whether what came is still there; null: nothing did. */
export function nextVisit(
  { session, recordings, now }: SessionLook,
  keptDaysOf: (provider: string) => number,
): number | null {
  const keptDays = keptDaysOf(session.provider);
  const kept = recordings.filter(isPresent).map((recording) => keptUntil(endOf(recording), keptDays));
  if (kept.length === 0) return null;
  const coming = kept.filter((until) => until > now);
  return coming.length > 0 ? Math.min(...coming) : nextLookAtKept(Math.max(...kept), now);
}

/** The provider had it when it was last asked. */
export function isPresent(recording: Recording): boolean {
  return recording.confirmedAt !== null && !isRemoved(recording);
}
