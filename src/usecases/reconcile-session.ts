import type { Recording } from '../domain/recording.ts';
import { AppError, NotFoundError } from '../errors.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import type { MeetingRecording } from './ports/meetings.ts';
import type { Tables } from './ports/storage.ts';
import {
  isPresent,
  mayBeRecorded,
  nextSearch,
  nextVisit,
  readLook,
  type SessionLook,
} from './session-look.ts';
import { announceLate, type Found, type TakeIn, takeInFound } from './take-in-found.ts';

/**
 * Asks the provider for a session's recordings, and makes up for callbacks that never came: an upload, an end, a
 * recording nobody told of, one that is gone. While something is missing it is asked again, with growing pauses for three
 * days; and once more when the recordings' time is over.
 */
export async function reconcileSession(
  deps: Deps,
  { sessionId }: JobPayloads['reconcile-session'],
): Promise<undefined> {
  const now = deps.clock.now();
  const keptDaysOf = (provider: string) => deps.meetingsOf(provider).storage.keptDays;
  const begun = await deps.storage.transaction((tables) => begin(tables, { sessionId, keptDaysOf, now }));
  if (begun === undefined) return;
  const found = await ask(deps, begun);
  if (found === undefined) {
    await deps.storage.transaction((tables) => announceLate(tables, begun.look));
    return;
  }
  const outcome = await deps.storage.transaction((tables) =>
    takeInFound(tables, { sessionId, found, keptDaysOf, now }),
  );
  if (outcome === 'in-vain') {
    const { roomKey } = begun.look.room;
    deps.log.warn({ sessionId, roomKey }, 'recordings are missing; nobody looks for them any more');
  }
}

interface Begun {
  readonly look: SessionLook;
  /** Nobody will look again by themselves. */
  readonly isLast: boolean;
}

/** The next look is set before the provider is asked: whatever goes wrong, it is not asked in vain every minute. */
async function begin(
  tables: Tables,
  { sessionId, keptDaysOf, now }: Omit<TakeIn, 'found'>,
): Promise<Begun | undefined> {
  const look = await readLook(tables, sessionId, now);
  if (look === undefined) return undefined;
  const isWorthIt = mayBeRecorded(look);
  const next = isWorthIt ? (nextSearch(look) ?? nextVisit(look, keptDaysOf)) : null;
  await tables.sessions.lookAgain(sessionId, next);
  return isWorthIt ? { look, isLast: next === null } : undefined;
}

/** Undefined: no usable answer, and another look will come. Throws what went wrong at the last one. */
async function ask(deps: Deps, { look, isLast }: Begun): Promise<Found | undefined> {
  const { sessionId, provider } = look.session;
  try {
    const all = await deps.meetingsOf(provider).listSessionRecordings(sessionId);
    const listed = all.filter((read) => read.sessionId === sessionId);
    return { listed, gone: await findGone(deps, look, listed) };
  } catch (error) {
    if (isLast || !(error instanceof AppError)) throw error;
    deps.log.warn({ sessionId, code: error.code }, 'recordings could not be looked for');
    return undefined;
  }
}

/** A list may lag behind: only a recording's own address tells that it is gone. */
async function findGone(
  deps: Deps,
  { recordings }: SessionLook,
  listed: readonly MeetingRecording[],
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const recording of recordings) {
    const { recordingId } = recording;
    if (!isPresent(recording) || listed.some((read) => read.recordingId === recordingId)) continue;
    if (await isUnknown(deps, recording)) gone.push(recordingId);
  }
  return gone;
}

async function isUnknown(deps: Deps, { recordingId, provider }: Recording): Promise<boolean> {
  try {
    await deps.meetingsOf(provider).getRecording(recordingId);
    return false;
  } catch (error) {
    if (error instanceof NotFoundError) return true;
    throw error;
  }
}
