import type { Participant, Profile, Recording, Room, Session } from './model.ts';

/** One callback's JSON. Members exactly as in the OpenAPI 0.1.7 `x-webhooks`; times ISO 8601 UTC. */
export type CallbackBody = { readonly event: string } & Readonly<Record<string, unknown>>;

export const isoTime = (time: number): string => new Date(time).toISOString();

export function roomExpired(room: Room, expiresAt: number): CallbackBody {
  return {
    event: 'room:expired',
    room_id: room.id,
    room_type: room.details.type,
    expires_at: isoTime(expiresAt),
    created_at: isoTime(room.createdAt),
  };
}

export function sessionStarted(session: Session): CallbackBody {
  return {
    event: 'session:started',
    session_id: session.id,
    room_id: session.room.id,
    started_at: isoTime(session.startedAt),
  };
}

export function sessionEnded(session: Session, endedAt: number): CallbackBody {
  return { ...sessionStarted(session), event: 'session:ended', ended_at: isoTime(endedAt) };
}

/** `type` is documented as "Guest" for everybody, hosts too, and absent from the bodies logged live. */
export function participantMoved(
  verb: 'joined' | 'left',
  participant: Participant,
  context: { readonly session: Session; readonly profile: Profile },
): CallbackBody {
  return {
    event: `session:participant:${verb}`,
    participant_id: participant.id,
    session_id: context.session.id,
    room_id: context.session.room.id,
    name: participant.name,
    ...(context.profile === 'spec' && { type: 'Guest' }),
    is_host: participant.isHost,
  };
}

export function recordingStarted(recording: Recording): CallbackBody {
  return {
    event: 'recording:started',
    recording_id: recording.id,
    session_id: recording.session.id,
  };
}

export function recordingEnded(recording: Recording, endedAt: number): CallbackBody {
  return {
    event: 'recording:ended',
    recording_id: recording.id,
    session_id: recording.session.id,
    started_at: isoTime(recording.startedAt),
    ended_at: isoTime(endedAt),
    duration: String(Math.round((endedAt - recording.startedAt) / 1000)),
  };
}

export function recordingUploaded(recording: Recording, endedAt: number, url: string): CallbackBody {
  return {
    ...recordingEnded(recording, endedAt),
    event: 'recording:uploaded',
    room_id: recording.session.room.id,
    url,
  };
}
