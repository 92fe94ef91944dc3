/*
 * The bodies of callbacks. Source: Vonage's OpenAPI of the Meetings API 0.1.7, its guides since 2021 and callbacks
 * logged in 2022 (test/fixtures/meetings-api, names `*.callback.*`). They differ in spelling, types and members.
 */
import { z } from 'zod';
import type { MeetingEvent } from '../domain/meeting-event.ts';
import type { UnknownEvent } from '../vonage/callback-wire.ts';
import { cleanName } from '../vonage/clean-name.ts';
import { opaqueId } from '../vonage/opaque-id.ts';
import { checkMembers, parseJson, readJson } from '../vonage/read-callback.ts';
import { optionalSeconds, optionalTime } from './wire-values.ts';

const roomId = opaqueId.nullish().transform((id) => id ?? null);

const roomExpired = z.object({ room_id: opaqueId, expires_at: optionalTime }).transform((body) => ({
  kind: 'room-expired' as const,
  providerRoomId: body.room_id,
  expiresAt: body.expires_at,
}));

const sessionStarted = z
  .object({ session_id: opaqueId, room_id: roomId, started_at: optionalTime })
  .transform((body) => ({
    kind: 'session-started' as const,
    sessionId: body.session_id,
    providerRoomId: body.room_id,
    startedAt: body.started_at,
  }));

const sessionEnded = z
  .object({ session_id: opaqueId, room_id: roomId, started_at: optionalTime, ended_at: optionalTime })
  .transform((body) => ({
    kind: 'session-ended' as const,
    sessionId: body.session_id,
    providerRoomId: body.room_id,
    startedAt: body.started_at,
    endedAt: body.ended_at,
  }));

const participant = (kind: 'participant-joined' | 'participant-left') =>
  z
    .object({
      session_id: opaqueId,
      room_id: roomId,
      participant_id: opaqueId,
      name: z.string().nullish(),
      is_host: z.boolean().nullish(),
    })
    .transform((body) => ({
      kind,
      sessionId: body.session_id,
      providerRoomId: body.room_id,
      participantId: body.participant_id,
      name: cleanName(body.name ?? ''),
      isHost: body.is_host ?? false,
    }));

// The link in `recording:uploaded` is not even read: a fresh one is asked for when somebody wants it.
const recording = (kind: 'recording-started' | 'recording-ended' | 'recording-uploaded') =>
  z
    .object({
      recording_id: opaqueId,
      session_id: opaqueId,
      room_id: roomId,
      started_at: optionalTime,
      ended_at: optionalTime,
      duration: optionalSeconds,
    })
    .transform((body) => ({
      kind,
      recordingId: body.recording_id,
      sessionId: body.session_id,
      providerRoomId: body.room_id,
      startedAt: body.started_at,
      endedAt: body.ended_at,
      durationSeconds: body.duration,
    }));

/** Every spelling of an event that was ever documented or seen. */
const EVENTS: ReadonlyMap<string, z.ZodType<MeetingEvent>> = new Map<string, z.ZodType<MeetingEvent>>([
  ['room:expired', roomExpired],
  ['session:started', sessionStarted],
  ['session-started', sessionStarted],
  ['session:ended', sessionEnded],
  ['session:participant:joined', participant('participant-joined')],
  ['participant:joined', participant('participant-joined')],
  ['participant-joined', participant('participant-joined')],
  ['session:participant:left', participant('participant-left')],
  ['participant:left', participant('participant-left')],
  ['participant-left', participant('participant-left')],
  ['recording:started', recording('recording-started')],
  ['recording:ended', recording('recording-ended')],
  ['recording:uploaded', recording('recording-uploaded')],
  ['recording:ready', recording('recording-uploaded')],
  ['recording-ready', recording('recording-uploaded')],
]);

const envelope = z.object({ event: opaqueId });

/**
 * What a callback says: JSON, or a JSON string that holds the JSON (as logged from the live service). Throws
 * MalformedError, `bad_json` or `schema_mismatch`.
 */
export function parseCallback(body: Buffer): MeetingEvent | UnknownEvent {
  const outer = readJson(body);
  const message = typeof outer === 'string' ? parseJson(() => outer) : outer;
  const { event } = checkMembers(envelope, message);
  const schema = EVENTS.get(event);
  return schema === undefined ? { kind: 'unknown', event } : checkMembers(schema, message);
}
