import { randomBytes, randomUUID } from 'node:crypto';
import type { MovableClock } from '../vonage/movable-clock.ts';
import { conflict } from './api-error.ts';
import { participantMoved, sessionEnded, sessionStarted } from './callback-bodies.ts';
import type { Participant, Profile, Room, Session, World } from './model.ts';
import { recordingRule } from './recording-rule.ts';
import type { Recordings } from './recordings.ts';
import type { RoomCallbacks } from './room-callbacks.ts';
import type { Rooms } from './rooms.ts';

export type Person = Omit<Participant, 'id'>;

/** Who is in which room, and what follows from that: sessions begin and end, recordings start and stop. */
export interface Sessions {
  /** Throws {@link ApiError} 409 when the room has expired or waits for its host. */
  join(room: Room, person: Person): { readonly session: Session; readonly participant: Participant };
  /** False when that participant is not in. */
  leave(session: Session, participantId: string): boolean;
  /** Start or Stop recording, where the people in the room decide. Throws {@link ApiError} 409 where they don't. */
  setRecording(session: Session, wanted: boolean): void;
}

/**
 * Whether one can get in. "When every participant leaves the meeting, the meeting will end. The meeting will restart only
 * after the host rejoins the room first" (long-term rooms, OpenAPI 0.1.7).
 */
export function doorState(room: Room, isHost: boolean): 'open' | 'waiting' | 'expired' {
  if (room.session) return 'open';
  if (room.isExpired) return 'expired';
  const hasEnded = room.details.type === 'long_term' && room.lastLeftAt !== undefined;
  return hasEnded && !isHost ? 'waiting' : 'open';
}

export function createSessions(deps: {
  readonly world: World;
  readonly clock: MovableClock;
  readonly callbacks: RoomCallbacks;
  readonly rooms: Rooms;
  readonly recordings: Recordings;
  readonly profile: Profile;
  readonly endDelayMs: number;
}): Sessions {
  const { world, clock, callbacks, rooms, recordings, profile } = deps;

  const begin = (room: Room): Session => {
    const session = newSession(room, clock.now());
    world.sessions.set(session.id, session);
    room.session = session;
    callbacks.send(room, 'sessions', sessionStarted(session));
    return session;
  };

  const adjustRecording = (session: Session): void => {
    const shouldRun = shouldRecord(session);
    if (shouldRun && !session.recording) recordings.start(session, clock.now());
    if (!shouldRun && session.recording) recordings.stop(session.recording, clock.now());
  };

  const endIfStillEmpty = (session: Session, emptySince: number): void => {
    if (session.endedAt !== undefined || session.emptySince !== emptySince) return;
    session.endedAt = emptySince;
    session.room.session = undefined;
    callbacks.send(session.room, 'sessions', sessionEnded(session, emptySince));
    if (session.recording) recordings.stop(session.recording, emptySince);
  };

  return {
    join(room, person) {
      const door = doorState(room, person.isHost);
      if (door === 'expired') throw conflict('The room has expired');
      if (door === 'waiting') throw conflict('The meeting restarts only after the host rejoins the room');
      const session = room.session ?? begin(room);
      const participant = { ...person, id: participantId(session, person.isHost) };
      session.people.set(participant.id, participant);
      session.emptySince = undefined;
      callbacks.send(room, 'sessions', participantMoved('joined', participant, { session, profile }));
      adjustRecording(session);
      return { session, participant };
    },
    leave(session, participantId) {
      const participant = session.people.get(participantId);
      if (!participant) return false;
      session.people.delete(participantId);
      callbacks.send(session.room, 'sessions', participantMoved('left', participant, { session, profile }));
      if (session.people.size > 0) {
        adjustRecording(session);
        return true;
      }
      const now = clock.now();
      session.emptySince = now;
      session.room.lastLeftAt = now;
      rooms.becameEmpty(session.room);
      clock.at(now + deps.endDelayMs, () => endIfStillEmpty(session, now));
      return true;
    },
    setRecording(session, wanted) {
      if (session.endedAt !== undefined) throw conflict('The session has ended');
      if (recordingRule(session.room).mode !== 'manual') {
        throw conflict('Recording cannot be started or stopped in this room');
      }
      session.recordingWanted = wanted;
      adjustRecording(session);
    },
  };
}

function shouldRecord(session: Session): boolean {
  const { mode, hostOnly } = recordingRule(session.room);
  const isWanted = mode === 'automatic' || (mode === 'manual' && session.recordingWanted);
  return isWanted && (!hostOnly || [...session.people.values()].some((person) => person.isHost));
}

export function newSession(room: Room, startedAt: number): Session {
  return {
    id: sessionId(startedAt),
    room,
    startedAt,
    endedAt: undefined,
    people: new Map(),
    emptySince: undefined,
    recordingWanted: false,
    recording: undefined,
  };
}

/** `1_` and base64url of `1~<partner>~~<created ms>~<random>~~`, as in recorded ids. */
function sessionId(createdAt: number): string {
  const inside = `1~46339892~~${createdAt}~${randomBytes(18).toString('base64')}~~`;
  return `1_${Buffer.from(inside).toString('base64url')}`;
}

/** The host keeps one id per room; a host in two tabs is two participants. */
function participantId(session: Session, isHost: boolean): string {
  const { hostParticipantId } = session.room;
  return isHost && !session.people.has(hostParticipantId) ? hostParticipantId : randomUUID();
}
