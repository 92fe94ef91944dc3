import { shouldBeThere } from '../domain/look-schedule.ts';
import type { Recording } from '../domain/recording.ts';
import { announceRecordingLater } from './announce-later.ts';
import type { MeetingRecording } from './ports/meetings.ts';
import type { Tables } from './ports/storage.ts';
import { changeSeen } from './recording-at-provider.ts';
import { isIncomplete, nextSearch, nextVisit, readLook, type SessionLook } from './session-look.ts';

/** What the provider answered about a session. */
export interface Found {
  readonly listed: readonly MeetingRecording[];
  /** Ids of recordings it had and has no longer. */
  readonly gone: readonly string[];
}

export interface TakeIn {
  readonly sessionId: string;
  readonly found: Found;
  /** How long a provider keeps recordings. */
  readonly keptDaysOf: (provider: string) => number;
  readonly now: number;
}

/** Takes what was found into the state, has the messages follow and sets the next look. `in-vain`: there will be none. */
export async function takeInFound(
  tables: Tables,
  { sessionId, found, keptDaysOf, now }: TakeIn,
): Promise<'complete' | 'incomplete' | 'in-vain'> {
  const before = await readLook(tables, sessionId, now);
  if (before === undefined) return 'complete';
  const changed = await changeKnown(tables, before, found);
  const adopted = await adoptUnheardOf(tables, before, found);

  const look = { ...before, recordings: await tables.recordings.ofSession(sessionId) };
  const incomplete = isIncomplete(look, found.listed);
  const search = incomplete ? nextSearch(look) : null;
  await tables.sessions.lookAgain(sessionId, search ?? nextVisit(look, keptDaysOf));
  if (changed || adopted) await announceAll(tables, look.recordings);
  else if (incomplete) await announceLate(tables, look);
  if (!incomplete) return 'complete';
  return search === null ? 'in-vain' : 'incomplete';
}

/** What is not there when it should be has its message say so. */
export async function announceLate(tables: Tables, { recordings, since, now }: SessionLook): Promise<void> {
  if (shouldBeThere(since, now)) {
    await announceAll(
      tables,
      recordings.filter((recording) => recording.confirmedAt === null),
    );
  }
}

async function announceAll(tables: Tables, recordings: readonly Recording[]): Promise<void> {
  for (const { recordingId } of recordings) await announceRecordingLater(tables, recordingId);
}

async function changeKnown(tables: Tables, look: SessionLook, { listed, gone }: Found): Promise<boolean> {
  const { session, recordings, since, now } = look;
  const overSince = shouldBeThere(since, now) ? session.endedAt : null;
  let changed = false;
  for (const recording of recordings) {
    const { recordingId } = recording;
    const read = listed.find((one) => one.recordingId === recordingId);
    const change = changeSeen(recording, { read, isGone: gone.includes(recordingId), overSince, now });
    if (change !== undefined && (await tables.recordings.advance(recording, change))) changed = true;
  }
  return changed;
}

/** What is uploaded or failed and nobody told of is ours all the same. What is neither yet may still be told of. */
async function adoptUnheardOf(tables: Tables, look: SessionLook, { listed }: Found): Promise<boolean> {
  let adopted = false;
  for (const read of listed) {
    if (
      (!read.uploaded && read.failure === undefined) ||
      look.recordings.some((r) => r.recordingId === read.recordingId)
    )
      continue;
    if (await tables.recordings.insert(adoptedRecording(look, read))) adopted = true;
  }
  return adopted;
}

function adoptedRecording({ session, now }: SessionLook, read: MeetingRecording): Recording {
  return {
    recordingId: read.recordingId,
    sessionId: session.sessionId,
    provider: session.provider,
    roomKey: session.roomKey,
    state: read.uploaded ? 'uploaded' : 'failed',
    startedAt: read.startedAt,
    endedAt: read.endedAt,
    durationSeconds: null,
    confirmedAt: read.uploaded ? now : null,
    failure: read.failure ?? null,
    deletedBy: null,
    removedAt: null,
    adopted: true,
    createdAt: now,
  };
}
