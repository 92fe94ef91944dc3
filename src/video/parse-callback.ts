/*
 * The bodies of callbacks: archive status and session monitoring. Source: Vonage's guides to archiving and to session
 * monitoring (test/fixtures/meetings-api, names `video.callback.*`). Nothing in them names a room.
 */
import { z } from 'zod';
import type { MeetingEvent } from '../domain/meeting-event.ts';
import type { UnknownEvent } from '../vonage/callback-wire.ts';
import { opaqueId } from '../vonage/opaque-id.ts';
import { checkMembers, readJson } from '../vonage/read-callback.ts';
import { failureOf, stageOf } from './archive-status.ts';
import { readConnectionData } from './connection-data.ts';
import { endAfter } from './schema.ts';
import { optionalMillis, optionalNumber, optionalSeconds, optionalText } from './wire-values.ts';

const NO_ROOM = { providerRoomId: null };

const sessionCreated = z
  .object({ sessionId: opaqueId, timestamp: optionalMillis })
  .transform(({ sessionId, timestamp }) => ({
    kind: 'session-started' as const,
    ...NO_ROOM,
    sessionId,
    startedAt: timestamp,
  }));

const sessionDestroyed = z
  .object({ sessionId: opaqueId, timestamp: optionalMillis })
  .transform(({ sessionId, timestamp }) => ({
    kind: 'session-ended' as const,
    ...NO_ROOM,
    sessionId,
    startedAt: null,
    endedAt: timestamp,
  }));

const connection = (kind: 'participant-joined' | 'participant-left') =>
  z
    .object({
      sessionId: opaqueId,
      connection: z.object({ id: opaqueId, data: z.string().nullish().catch(null) }),
    })
    .transform(({ sessionId, connection: { id, data } }) => ({
      kind,
      ...NO_ROOM,
      sessionId,
      participantId: id,
      ...readConnectionData(data ?? ''),
    }));

// The link in it is not even read: a fresh one is asked for when somebody wants it.
const archive = z
  .object({
    id: opaqueId,
    sessionId: opaqueId,
    status: opaqueId,
    createdAt: optionalMillis,
    duration: optionalSeconds,
    size: optionalNumber,
    reason: optionalText,
  })
  .transform(({ id, sessionId, createdAt, duration, ...told }) => {
    const recording = { ...NO_ROOM, recordingId: id, sessionId, startedAt: createdAt };
    const ended = { ...recording, endedAt: endAfter(createdAt, duration), durationSeconds: duration };
    switch (stageOf(told)) {
      case 'running':
        return { kind: 'recording-started' as const, ...recording, endedAt: null, durationSeconds: null };
      case 'ended':
        return { kind: 'recording-ended' as const, ...ended };
      case 'kept':
        return { kind: 'recording-uploaded' as const, ...ended };
      case 'failed':
        return { kind: 'recording-failed' as const, ...ended, reason: failureOf(told) };
      case 'removed':
        return { kind: 'recording-expired' as const, ...ended };
      case 'unknown':
        return { kind: 'unknown' as const, event: `archive ${told.status}` };
    }
  });

const EVENTS: ReadonlyMap<string, z.ZodType<MeetingEvent | UnknownEvent>> = new Map<
  string,
  z.ZodType<MeetingEvent | UnknownEvent>
>([
  ['archive', archive],
  ['sessionCreated', sessionCreated],
  ['sessionDestroyed', sessionDestroyed],
  ['connectionCreated', connection('participant-joined')],
  ['connectionDestroyed', connection('participant-left')],
]);

/** An older archive callback has no `event`, but a size. */
const envelope = z
  .object({ event: opaqueId.optional(), size: z.unknown().optional() })
  .transform(({ event, size }) => ({ event: event ?? (size === undefined ? undefined : 'archive') }))
  .pipe(z.object({ event: opaqueId }));

/** What a callback says. Throws MalformedError, `bad_json` or `schema_mismatch`. */
export function parseCallback(body: Buffer): MeetingEvent | UnknownEvent {
  const message = readJson(body);
  const { event } = checkMembers(envelope, message);
  const schema = EVENTS.get(event);
  return schema === undefined ? { kind: 'unknown', event } : checkMembers(schema, message);
}
