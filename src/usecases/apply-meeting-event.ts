import type { MeetingEvent } from '../domain/meeting-event.ts';
import type { Room } from '../domain/room.ts';
import type { Session } from '../domain/session.ts';
import { NotFoundError } from '../errors.ts';
import { findRefresh, refreshCard } from './announce-later.ts';
import { applyRecordingEvent } from './apply-recording-event.ts';
import { claimSession } from './claim-session.ts';
import { closeRoom } from './close-room.ts';
import { endSession } from './end-session.ts';
import { moveParticipant } from './move-participant.ts';
import type { Tables } from './ports/storage.ts';

export interface Delivery {
  readonly event: MeetingEvent;
  readonly provider: string;
  /** The room whose token the callback came with; undefined: it came to the application's address. */
  readonly room: Room | undefined;
  readonly now: number;
}

type SessionEvent = Exclude<MeetingEvent, { kind: 'room-expired' }>;

/**
 * Takes a callback into the state, inside the transaction that is acknowledged. Seen before: no effect. Throws
 * NotFoundError (nothing is stored) when a room's token names another room's session or recording.
 */
export async function applyMeetingEvent(tables: Tables, delivery: Delivery): Promise<'applied' | 'seen'> {
  const { event } = delivery;
  if (await namesAnotherRoom(tables, delivery)) throw notOfThisRoom();
  return event.kind === 'room-expired'
    ? expireRoom(tables, delivery, event)
    : inSession(tables, delivery, event);
}

/** While a room is being made its own id at the provider is not known yet, those of the others are. */
async function namesAnotherRoom(tables: Tables, { event, room, provider }: Delivery): Promise<boolean> {
  if (room === undefined || event.providerRoomId === null) return false;
  if (room.providerRoomId !== null) return event.providerRoomId !== room.providerRoomId;
  return (await tables.rooms.findByProviderId(provider, event.providerRoomId)) !== undefined;
}

async function expireRoom(
  tables: Tables,
  { provider, now, ...delivery }: Delivery,
  { providerRoomId }: Extract<MeetingEvent, { kind: 'room-expired' }>,
): Promise<'applied' | 'seen'> {
  if (!(await tables.inbox.accept(`room-expired:${providerRoomId}`, 'callback', now))) return 'seen';
  const room = delivery.room ?? (await tables.rooms.findByProviderId(provider, providerRoomId));
  if (room !== undefined) await closeRoom(tables, room.roomKey, now);
  return 'applied';
}

async function inSession(
  tables: Tables,
  delivery: Delivery,
  event: SessionEvent,
): Promise<'applied' | 'seen'> {
  const { provider, room, now } = delivery;
  const { sessionId } = event;
  // Asked at once, since none of them needs to know what another one says.
  const [session, isNew, refresh] = await Promise.all([
    touch(tables, delivery, event),
    isOnce(event) ? tables.inbox.accept(`${event.kind}:${sessionId}`, 'callback', now) : true,
    event.kind === 'session-started' && room ? findRefresh(tables, room, now) : undefined,
  ]);
  const roomKey = await roomOf(tables, delivery, session);
  if (!isNew) return 'seen';
  switch (event.kind) {
    case 'participant-joined':
    case 'participant-left':
      await moveParticipant(tables, { session, roomKey, event, now });
      return 'applied';
    case 'session-started':
      if (refresh !== undefined) await tables.jobs.enqueue(refresh);
      else if (room === undefined && roomKey !== null) await refreshCard(tables, roomKey, now);
      return 'applied';
    case 'session-ended':
      await endSession(tables, { sessionId, roomKey, endedAt: event.endedAt ?? now, now });
      return 'applied';
    default:
      return applyRecordingEvent(tables, { event, roomKey, provider, now });
  }
}

type OnceEvent = Extract<SessionEvent, { kind: 'session-started' | 'session-ended' }>;

/** Happens once in a session, as its start and its end. */
function isOnce(event: SessionEvent): event is OnceEvent {
  return event.kind === 'session-started' || event.kind === 'session-ended';
}

function touch({ sessions }: Tables, delivery: Delivery, event: SessionEvent): Promise<Session> {
  const { provider, room, now } = delivery;
  const { sessionId, providerRoomId } = event;
  const startedAt = isOnce(event) ? event.startedAt : null;
  return sessions.touch(
    { provider, sessionId, providerRoomId, roomKey: room?.roomKey ?? null, startedAt },
    now,
  );
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

function notOfThisRoom(): NotFoundError {
  return new NotFoundError('callback_not_of_room', 'The callback names something of another room.');
}
