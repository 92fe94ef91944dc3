import type { MeetingEvent } from '../domain/meeting-event.ts';
import { type Recording, type RecordingState, transition } from '../domain/recording.ts';
import { NotFoundError } from '../errors.ts';
import { announceRecordingLater, refreshCard } from './announce-later.ts';
import { lookForRecordings } from './look-for-recordings.ts';
import type { Tables } from './ports/storage.ts';

type RecordingEvent = Extract<MeetingEvent, { recordingId: string }>;

const STATE_AFTER: Readonly<Record<RecordingEvent['kind'], RecordingState>> = {
  'recording-started': 'started',
  'recording-ended': 'ended',
  'recording-uploaded': 'uploaded',
  'recording-failed': 'failed',
  'recording-expired': 'gone',
};

export interface RecordingChange {
  readonly event: RecordingEvent;
  /** Of the session; null while it is not known. */
  readonly roomKey: string | null;
  readonly provider: string;
  readonly now: number;
}

/**
 * Takes a recording's callback into the state and has its messages brought up to date. The session's room must have been
 * looked up before. Throws NotFoundError when the recording is known as another session's.
 */
export async function applyRecordingEvent(
  tables: Tables,
  change: RecordingChange,
): Promise<'applied' | 'seen'> {
  const { event, roomKey, now } = change;
  const { recordingId, sessionId } = event;
  const known = await tables.recordings.find(recordingId);
  if (known !== undefined && known.sessionId !== sessionId) {
    throw new NotFoundError('callback_not_of_session', 'The callback names a recording of another session.');
  }
  // The session is part of the key: a false claim on a recording can't use up the true one's place.
  if (!(await tables.inbox.accept(`${event.kind}:${recordingId}:${sessionId}`, 'callback', now)))
    return 'seen';

  const next = transition(known?.state ?? null, STATE_AFTER[event.kind]);
  if (next === 'ignored') return 'applied';
  const recording: Recording = {
    ...(known ?? newRecording(change)),
    ...timesAfter(known, change),
    state: next,
    failure: event.kind === 'recording-failed' ? event.reason : null,
    removedAt: next === 'gone' ? now : null,
  };
  if (known === undefined) await tables.recordings.insert(recording);
  else await tables.recordings.advance(known, recording);
  if (next !== 'started' && next !== 'gone') await lookForRecordings(tables, sessionId, now);
  if (roomKey === null) return 'applied';
  await announceRecordingLater(tables, recordingId);
  const wasRunning = known?.state === 'started';
  if (wasRunning !== (next === 'started')) await refreshCard(tables, roomKey, now);
  return 'applied';
}

/** What a callback does not tell is the moment it came; what a later one tells is better. */
function timesAfter(
  known: Recording | undefined,
  { event, now }: RecordingChange,
): Pick<Recording, 'startedAt' | 'endedAt' | 'durationSeconds'> {
  const started = event.kind === 'recording-started';
  return {
    startedAt: event.startedAt ?? known?.startedAt ?? (started ? now : null),
    endedAt: event.endedAt ?? known?.endedAt ?? (started ? null : now),
    durationSeconds: event.durationSeconds ?? known?.durationSeconds ?? null,
  };
}

function newRecording({ event, roomKey, provider, now }: RecordingChange): Recording {
  return {
    recordingId: event.recordingId,
    sessionId: event.sessionId,
    provider,
    roomKey,
    state: 'started',
    startedAt: null,
    endedAt: null,
    durationSeconds: null,
    confirmedAt: null,
    failure: null,
    deletedBy: null,
    removedAt: null,
    adopted: false,
    createdAt: now,
  };
}
