/*
 * What the Video API answers, read into our own types. Source: Vonage's OpenAPI of the Video API 0.3.2 and bodies from its
 * SDKs (test/fixtures/meetings-api, names `video.*`). The two differ, so only what we need is required.
 */
import { z } from 'zod';
import type { MeetingRecording } from '../usecases/ports.ts';
import { linkExpiry } from '../vonage/link-expiry.ts';
import { opaqueId } from '../vonage/opaque-id.ts';
import { optionalMillis, optionalSeconds } from './wire-values.ts';

/** A list of one session: its id. An empty list is no session. */
export const sessionSchema = z
  .tuple([z.object({ session_id: opaqueId })])
  .rest(z.unknown())
  .transform(([session]) => session.session_id);

/** Links work for so long when they do not tell themselves. Source: Vonage's archiving guide. */
const LINK_MS = 10 * 60_000;

/** `uploaded`: in a storage of one's own; `available`: in Vonage's. */
const KEPT: ReadonlySet<string> = new Set(['uploaded', 'available']);
/** Nothing can be opened any more. */
const REMOVED: ReadonlySet<string> = new Set(['expired', 'deleted']);
const RUNNING: ReadonlySet<string> = new Set(['started', 'paused']);

/** An archive, our recording. */
export interface Archive extends Omit<MeetingRecording, 'urlExpiresAt'> {
  /** Its time is over, or it was deleted. */
  readonly isRemoved: boolean;
}

export const archiveSchema = z
  .object({
    id: opaqueId,
    sessionId: opaqueId,
    status: z.string(),
    createdAt: optionalMillis,
    duration: optionalSeconds,
    url: z.string().min(1).nullish().catch(null),
  })
  .transform(
    ({ id, sessionId, status, createdAt, duration, url }): Archive => ({
      recordingId: id,
      sessionId,
      uploaded: KEPT.has(status),
      startedAt: createdAt,
      endedAt: RUNNING.has(status) ? null : endAfter(createdAt, duration),
      url: status === 'available' ? (url ?? null) : null,
      isRemoved: REMOVED.has(status),
    }),
  );

/** Newest first; the deleted ones are not in it. */
export const archivesSchema = z.object({ items: z.array(archiveSchema) }).transform(({ items }) => items);

/** Without the pauses: what lies between the two is as long as the video. */
export function endAfter(startedAt: number | null, seconds: number | null): number | null {
  return startedAt === null || seconds === null ? null : startedAt + seconds * 1000;
}

/** The archive as read at `now`: a link that does not tell how long it works counts from then. */
export function toRecording({ isRemoved: _, ...archive }: Archive, now: number): MeetingRecording {
  const { url } = archive;
  return { ...archive, urlExpiresAt: url === null ? null : (linkExpiry(url) ?? now + LINK_MS) };
}
