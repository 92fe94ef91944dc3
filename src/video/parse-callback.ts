/*
 * The bodies of callbacks: archive status and session monitoring. Source: Vonage's guides to archiving and to session
 * monitoring (test/fixtures/meetings-api, names `video.callback.*`). Nothing in them names a room.
 */
import { z } from 'zod';
import type { MeetingEvent } from '../domain/meeting-event.ts';
import type { UnknownEvent } from '../vonage/callback-wire.ts';
import { opaqueId } from '../vonage/opaque-id.ts';
import { checkMembers, readJson } from '../vonage/read-callback.ts';
import { readConnectionData } from './connection-data.ts';
import { endAfter } from './schema.ts';
import { optionalMillis, optionalSeconds } from './wire-values.ts';

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
const archive = (kind: 'recording-started' | 'recording-ended' | 'recording-uploaded') =>
  z
    .object({
      id: opaqueId,
      sessionId: opaqueId,
      createdAt: optionalMillis,
      duration: optionalSeconds,
    })
    .transform(({ id, sessionId, createdAt, duration }) => ({
      kind,
      ...NO_ROOM,
      recordingId: id,
      sessionId,
      startedAt: createdAt,
      endedAt: kind === 'recording-started' ? null : endAfter(createdAt, duration),
      durationSeconds: kind === 'recording-started' ? null : duration,
    }));

const EVENTS: ReadonlyMap<string, z.ZodType<MeetingEvent>> = new Map<string, z.ZodType<MeetingEvent>>([
  ['sessionCreated', sessionCreated],
  ['sessionDestroyed', sessionDestroyed],
  ['connectionCreated', connection('participant-joined')],
  ['connectionDestroyed', connection('participant-left')],
]);

/** By status of the archive. `paused`: nobody sends anything just now; it goes on by itself. */
const STATUSES: ReadonlyMap<string, z.ZodType<MeetingEvent>> = new Map<string, z.ZodType<MeetingEvent>>([
  ['started', archive('recording-started')],
  ['paused', archive('recording-started')],
  ['stopped', archive('recording-ended')],
  ['uploaded', archive('recording-uploaded')],
  ['available', archive('recording-uploaded')],
]);

/** An older archive callback has no `event`, but a size. */
const envelope = z
  .object({ event: opaqueId.optional(), status: opaqueId.optional(), size: z.unknown().optional() })
  .transform(({ event, status, size }) => ({
    event: event ?? (size === undefined ? undefined : 'archive'),
    status: status ?? '',
  }))
  .pipe(z.object({ event: opaqueId, status: z.string() }));

/** What a callback says. Throws MalformedError, `bad_json` or `schema_mismatch`. */
export function parseCallback(body: Buffer): MeetingEvent | UnknownEvent {
  const message = readJson(body);
  const { event, status } = checkMembers(envelope, message);
  const schema = event === 'archive' ? STATUSES.get(status) : EVENTS.get(event);
  return schema === undefined
    ? { kind: 'unknown', event: event === 'archive' ? `archive ${status}` : event }
    : checkMembers(schema, message);
}
