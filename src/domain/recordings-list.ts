import { z } from 'zod';
import type { Recording } from './recording.ts';

/** Since when: for so long, from a date as typed, or, once that has been read, from a moment on. */
export type Since =
  | { readonly kind: 'last'; readonly durationMs: number }
  | { readonly kind: 'from'; readonly date: string }
  /** Epoch milliseconds. */
  | { readonly kind: 'at'; readonly at: number };

/** What a channel's recordings are narrowed down to; all of it holds at once. */
export interface RecordingsSearch {
  /** Part of the room's title. */
  readonly text?: string;
  readonly hostUserId?: string;
  readonly since?: Since;
}

/** Which recordings a list is of. */
export type ListScope =
  /** Left out, `channelId` is the channel it was asked for in. */
  | ({ readonly kind: 'channel'; readonly channelId?: string } & RecordingsSearch)
  | { readonly kind: 'room'; readonly roomKey: string }
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'recording'; readonly recordingId: string };

/** Where a row stands in a list, newest first. */
export type RecordingCursor = Pick<Recording, 'createdAt' | 'recordingId'>;

/** The page that comes after a row, or the one that ends before it. */
export type ListPage = { readonly after: RecordingCursor } | { readonly before: RecordingCursor };

/** A longer one is found in no title. */
export const SEARCH_TEXT_MAX = 200;

const since = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('last'), durationMs: z.number() }),
  z.object({ kind: z.literal('from'), date: z.string() }),
  z.object({ kind: z.literal('at'), at: z.number() }),
]);
const id = z.string().min(1).max(200);

/** The shapes of the above, for what comes back from a queue or a button. */
export const recordingCursorSchema: z.ZodType<RecordingCursor> = z.object({
  createdAt: z.number(),
  recordingId: id,
});
export const listScopeSchema: z.ZodType<ListScope> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('channel'),
    channelId: id.exactOptional(),
    text: z.string().max(SEARCH_TEXT_MAX).exactOptional(),
    hostUserId: id.exactOptional(),
    since: since.exactOptional(),
  }),
  z.object({ kind: z.literal('room'), roomKey: id }),
  z.object({ kind: z.literal('session'), sessionId: z.string() }),
  z.object({ kind: z.literal('recording'), recordingId: z.string() }),
]);
export const listPageSchema: z.ZodType<ListPage> = z.union([
  z.strictObject({ after: recordingCursorSchema }),
  z.strictObject({ before: recordingCursorSchema }),
]);
