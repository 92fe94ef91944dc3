import type { MeetingEvent } from '../domain/meeting-event.ts';
import { type Recording, type RecordingState, transition } from '../domain/recording.ts';
import type { Room } from '../domain/room.ts';
import type { Session } from '../domain/session.ts';
import { NotFoundError } from '../errors.ts';
import { announceRecordingLater, announceRoomLater } from './announce-later.ts';
import { claimSession } from './claim-session.ts';
import type { Tables } from './ports.ts';

export interface Delivery {
  readonly event: MeetingEvent;
  readonly provider: string;
  /** The room whose token the callback came with; undefined: it came to the application's address. */
  readonly room: Room | undefined;
  readonly now: number;
}

type SessionEvent = Exclude<MeetingEvent, { kind: 'room-expired' }>;
type RecordingEvent = Extract<MeetingEvent, { recordingId: string }>;
type ParticipantEvent = Extract<MeetingEvent, { participantId: string }>;

/**
 * Takes a callback into the state, inside the transaction that is acknowledged. Seen before: no effect. Throws
 * NotFoundError (nothing is stored) when a room's token names another room's session or recording.
 */
export async function applyMeetingEvent(tables: Tables, delivery: Delivery): Promise<'applied' | 'seen'> {
  const { event, room } = delivery;
  if (
    room?.providerRoomId != null &&
    event.providerRoomId !== null &&
    event.providerRoomId !== room.providerRoomId
  ) {
    throw notOfThisRoom();
  }
  return event.kind === 'room-expired'
    ? expireRoom(tables, delivery, event)
    : inSession(tables, delivery, event);
}

async function expireRoom(
  tables: Tables,
  { provider, now, ...delivery }: Delivery,
  { providerRoomId }: Extract<MeetingEvent, { kind: 'room-expired' }>,
): Promise<'applied' | 'seen'> {
  if (!(await tables.inbox.accept(`room-expired:${providerRoomId}`, 'callback', now))) return 'seen';
  const room = delivery.room ?? (await tables.rooms.findByProviderId(provider, providerRoomId));
  if (room !== undefined && (await tables.rooms.expire(room.roomKey))) {
    await announceRoomLater(tables, room.roomKey);
  }
  return 'applied';
}

async function inSession(
  tables: Tables,
  delivery: Delivery,
  event: SessionEvent,
): Promise<'applied' | 'seen'> {
  const { provider, now } = delivery;
  const session = await tables.sessions.touch(provider, event.sessionId, event.providerRoomId, now);
  const roomKey = await roomOf(tables, delivery, session);
  switch (event.kind) {
    case 'participant-joined':
    case 'participant-left':
      await moveParticipant(tables, session, event);
      return 'applied';
    case 'session-started':
    case 'session-ended': {
      if (!(await tables.inbox.accept(`${event.kind}:${event.sessionId}`, 'callback', now))) return 'seen';
      if (event.startedAt !== null) await tables.sessions.start(event.sessionId, event.startedAt);
      if (event.kind === 'session-ended') await tables.sessions.end(event.sessionId, event.endedAt ?? now);
      return 'applied';
    }
    default:
      return applyRecording(tables, { event, roomKey, provider, now });
  }
}

/** A session belongs to the first room that claims it and never moves. Null while no room of ours has. */
async function roomOf(tables: Tables, delivery: Delivery, session: Session): Promise<string | null> {
  const { room, provider } = delivery;
  if (session.roomKey !== null) {
    if (room !== undefined && room.roomKey !== session.roomKey) throw notOfThisRoom();
    return session.roomKey;
  }
  const claimant =
    room ??
    (session.providerRoomId === null
      ? undefined
      : await tables.rooms.findByProviderId(provider, session.providerRoomId));
  if (claimant === undefined) return null;
  await claimSession(tables, session.sessionId, claimant.roomKey);
  return claimant.roomKey;
}

async function moveParticipant(tables: Tables, session: Session, event: ParticipantEvent): Promise<void> {
  if (session.endedAt !== null) return;
  const { participantId, name, isHost } = event;
  const others = session.participants.filter((p) => p.participantId !== participantId);
  const now = event.kind === 'participant-joined' ? [...others, { participantId, name, isHost }] : others;
  await tables.sessions.setParticipants(session.sessionId, now);
}

const STATE_AFTER: Readonly<Record<RecordingEvent['kind'], RecordingState>> = {
  'recording-started': 'started',
  'recording-ended': 'ended',
  'recording-uploaded': 'uploaded',
};

interface RecordingChange {
  readonly event: RecordingEvent;
  readonly roomKey: string | null;
  readonly provider: string;
  readonly now: number;
}

async function applyRecording(tables: Tables, change: RecordingChange): Promise<'applied' | 'seen'> {
  const { event, roomKey, now } = change;
  const { recordingId, sessionId } = event;
  const known = await tables.recordings.find(recordingId);
  if (known !== undefined && known.sessionId !== sessionId) throw notOfThisRoom();
  // The session is part of the key: a false claim on a recording can't use up the true one's place.
  if (!(await tables.inbox.accept(`${event.kind}:${recordingId}:${sessionId}`, 'callback', now)))
    return 'seen';

  const next = transition(known?.state ?? null, STATE_AFTER[event.kind]);
  if (next === 'ignored') return 'applied';
  const recording: Recording = {
    ...(known ?? newRecording(change)),
    ...timesAfter(known, change),
    state: next,
  };
  if (known === undefined) await tables.recordings.insert(recording);
  else await tables.recordings.advance(known, recording);
  if (roomKey !== null) await announceRecordingLater(tables, recordingId);
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
    deletedBy: null,
    removedAt: null,
    createdAt: now,
  };
}

function notOfThisRoom(): NotFoundError {
  return new NotFoundError('callback_not_of_room', 'The callback names something of another room.');
}
