/*
 * What the Meetings API answers, read into our own types. Source: Vonage's OpenAPI of the Meetings API 0.1.7 and bodies
 * recorded from the live service (test/fixtures/meetings-api). The two differ, so only what we need is required.
 */
import { z } from 'zod';
import type { MeetingRecording, MeetingRoom } from '../usecases/ports/meetings.ts';
import { linkExpiry } from '../vonage/link-expiry.ts';
import { opaqueId } from '../vonage/opaque-id.ts';
import { optionalTime } from './wire-values.ts';

const link = z.object({ href: z.string().min(1) });
const count = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,9}$/)]).transform(Number);

/** A room. Required: its id and its two links. The host link is a bearer secret, minted anew by each answer. */
export const roomSchema = z
  .object({
    id: opaqueId,
    expires_at: optionalTime.catch(null),
    expire_after_use: z.boolean().catch(false),
    metadata: z.string().nullable().catch(null),
    _links: z.object({ host_url: link, guest_url: link }),
  })
  .transform(
    (room): MeetingRoom => ({
      providerRoomId: room.id,
      expiresAt: room.expires_at,
      closesAfterSession: room.expire_after_use,
      hostUrl: room._links.host_url.href,
      guestUrl: room._links.guest_url.href,
      roomKey: room.metadata,
    }),
  );

/** One page of the application's rooms, in the order they were made. */
export interface RoomsPage {
  /** The rooms that could be read. */
  readonly rooms: readonly MeetingRoom[];
  /** How many the page held, readable or not. */
  readonly size: number;
  /** Of all pages; null when the answer does not tell. */
  readonly totalItems: number | null;
  /** Serial number the next page starts from. Present on the last page too. */
  readonly nextStartId: number | null;
}

/** Specification and live service: `_embedded` is the array. Drafts and the beta: `_embedded.rooms`. */
export const roomsPageSchema = z
  .object({
    _embedded: embedded('rooms'),
    total_items: count.nullable().catch(null),
    _links: z.object({ next: link.nullish() }).nullish().catch(null),
  })
  .refine((page) => (page._embedded ?? page.total_items) !== null, 'not a list of rooms')
  .transform(
    (page): RoomsPage => ({
      rooms: (page._embedded ?? []).flatMap((entry) => roomSchema.safeParse(entry).data ?? []),
      size: page._embedded?.length ?? 0,
      totalItems: page.total_items,
      nextStartId: readStartId(page._links?.next?.href ?? ''),
    }),
  );

/** A recording. Unknown states count as not uploaded; before that the link, if there is one at all, leads nowhere. */
export const recordingSchema = z
  .object({
    id: opaqueId,
    session_id: opaqueId,
    started_at: optionalTime.catch(null),
    ended_at: optionalTime.catch(null),
    status: z.string(),
    _links: z.object({ url: link.nullish() }).nullish().catch(null),
  })
  .transform((recording): MeetingRecording => {
    const uploaded = recording.status === 'uploaded';
    const url = uploaded ? (recording._links?.url?.href ?? null) : null;
    return {
      recordingId: recording.id,
      sessionId: recording.session_id,
      uploaded,
      startedAt: recording.started_at,
      endedAt: recording.ended_at,
      url,
      urlExpiresAt: url === null ? null : linkExpiry(url),
    };
  });

/** The recordings of a session; not paged. */
export const sessionRecordingsSchema = z
  .object({ _embedded: embedded('recordings') })
  .transform((list) => list._embedded ?? [])
  .pipe(z.array(recordingSchema));

/** The list itself, or an object that holds it. Null when neither is there. */
function embedded(member: string) {
  const list = z.array(z.unknown());
  const holder = z.object({ [member]: list.optional() }).transform((object) => object[member] ?? null);
  return z
    .union([list, holder])
    .nullish()
    .transform((found) => found ?? null);
}

/** Live links have neither scheme nor version, so only the query is read, and its host is never called. */
function readStartId(href: string): number | null {
  const startId = new URLSearchParams(href.split('?')[1]).get('start_id') ?? '';
  return /^\d{1,15}$/.test(startId) ? Number(startId) : null;
}
