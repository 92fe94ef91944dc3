import { participantMoved, sessionEnded, sessionStarted } from './callback-bodies.ts';
import type { Participant, Profile, Room, World } from './model.ts';
import type { Recordings } from './recordings.ts';
import type { RoomCallbacks } from './room-callbacks.ts';
import { newSession } from './sessions.ts';

export interface PastRecording {
  readonly world: World;
  readonly callbacks: RoomCallbacks;
  readonly recordings: Recordings;
  readonly profile: Profile;
}

/** A session its host was alone in, recorded from beginning to end, at times already past. */
export function recordPast(
  room: Room,
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
  { world, callbacks, recordings, profile }: PastRecording,
): { readonly sessionId: string; readonly recordingId: string } {
  const session = newSession(room, startedAt);
  session.endedAt = endedAt;
  world.sessions.set(session.id, session);
  const host: Participant = {
    id: room.hostParticipantId,
    name: 'Host',
    isHost: true,
    hasCamera: false,
    source: 'script',
  };
  callbacks.send(room, 'sessions', sessionStarted(session));
  callbacks.send(room, 'sessions', participantMoved('joined', host, { session, profile }));
  const recording = recordings.start(session, startedAt);
  callbacks.send(room, 'sessions', participantMoved('left', host, { session, profile }));
  callbacks.send(room, 'sessions', sessionEnded(session, endedAt));
  recordings.stop(recording, endedAt);
  return { sessionId: session.id, recordingId: recording.id };
}
