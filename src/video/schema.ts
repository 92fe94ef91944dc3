/*
 * What the Video API answers, read into our own types. Source: Vonage's OpenAPI of the Video API 0.3.2 and bodies from its
 * SDKs (test/fixtures/meetings-api, names `video.*`). The two differ, so only what we need is required.
 */
import { z } from 'zod';
import type { MeetingRecording } from '../usecases/ports/meetings.ts';
import { linkExpiry } from '../vonage/link-expiry.ts';
import { opaqueId } from '../vonage/opaque-id.ts';
import { failureOf, stageOf } from './archive-status.ts';
import { optionalMillis, optionalNumber, optionalSeconds, optionalText } from './wire-values.ts';

/** A list of one session: its id. An empty list is no session. */
export const sessionSchema = z
  .tuple([z.object({ session_id: opaqueId })])
  .rest(z.unknown())
  .transform(([session]) => session.session_id);

/** Links work for so long when they do not tell themselves. Source: Vonage's archiving guide. */
const LINK_MS = 10 * 60_000;

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
    size: optionalNumber,
    reason: optionalText,
    url: z.string().min(1).nullish().catch(null),
  })
  .transform(({ id, sessionId, createdAt, duration, url, ...told }): Archive => {
    const stage = stageOf(told);
    return {
      recordingId: id,
      sessionId,
      uploaded: stage === 'kept',
      startedAt: createdAt,
      endedAt: stage === 'running' ? null : endAfter(createdAt, duration),
      // One in a storage of the operator's own has none.
      url: stage === 'kept' ? (url ?? null) : null,
      isRemoved: stage === 'removed',
      ...(stage === 'failed' && { failure: failureOf(told) ?? 'failure' }),
    };
  });

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
