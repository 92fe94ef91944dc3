import { z } from 'zod';
import type { RoomRequest } from '../domain/command.ts';
import {
  type ListPage,
  type ListScope,
  listPageSchema,
  listScopeSchema,
  SEARCH_TEXT_MAX,
} from '../domain/recordings-list.ts';
import { JOIN_APPROVALS, type RoomPlace } from '../domain/room.ts';
import { type RoomListPage, roomListPageSchema } from '../domain/room-list.ts';
import { readJson } from './read-json.ts';

/*
 * What our buttons carry: small JSON objects with a version, because a message lives longer than the code that wrote
 * it. Slack allows 2,000 characters. Values come back from outside, so each is read through its schema.
 */

/** No date a person types is longer, and a longer text would not fit beside the longest title. */
const UNTIL_TEXT_MAX = 100;

/** Slack's, which are short. */
const id = z.string().min(1).max(40);
const key = z.string().min(1).max(200);

const roomValue = z.object({ v: z.literal(1), roomKey: key });

const recordingValue = z.object({ v: z.literal(1), recordingId: key });

const pageValue = z.object({ v: z.literal(1), scope: listScopeSchema, page: listPageSchema });

const roomsPageValue = z.object({ v: z.literal(1), page: roomListPageSchema });

const requestValue = z.object({
  v: z.literal(1),
  request: z.object({
    title: z.string().min(1),
    recording: z.enum(['automatic', 'offered', 'off']),
    hostOnly: z.boolean(),
    // Buttons made before there was a choice have none.
    joinApproval: z.enum(JOIN_APPROVALS).default('everyone'),
    closes: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('after'), durationMs: z.number().positive() }),
        z.object({ kind: z.literal('until'), text: z.string() }),
      ])
      .nullable(),
    host: id.exactOptional(),
  }),
  // Buttons made before there was a choice have none.
  place: z.object({ channelId: id, direct: z.boolean(), threadTs: id.nullable() }).nullable().default(null),
});

/** For Join, Host link, Recordings and Try again. */
export function encodeRoomValue(value: { readonly roomKey: string }): string {
  return JSON.stringify({ v: 1, roomKey: value.roomKey } satisfies z.input<typeof roomValue>);
}

/** Undefined for anything but a value of ours. */
export function readRoomValue(text: string | undefined): { readonly roomKey: string } | undefined {
  const value = readJson(roomValue, text);
  return value && { roomKey: value.roomKey };
}

/** For Get link, Delete and Share in channel. */
export function encodeRecordingValue(value: { readonly recordingId: string }): string {
  return JSON.stringify({ v: 1, recordingId: value.recordingId } satisfies z.input<typeof recordingValue>);
}

/** Undefined for anything but a value of ours. */
export function readRecordingValue(text: string | undefined): { readonly recordingId: string } | undefined {
  const value = readJson(recordingValue, text);
  return value && { recordingId: value.recordingId };
}

/** A page of a list: of what, and which one. */
export interface PageTurn {
  readonly scope: ListScope;
  readonly page: ListPage;
}

/** For Next and Previous. A text longer than any title is cut. */
export function encodePageValue({ scope, page }: PageTurn): string {
  const bounded =
    scope.kind === 'channel' && scope.text !== undefined
      ? { ...scope, text: scope.text.slice(0, SEARCH_TEXT_MAX) }
      : scope;
  return JSON.stringify({ v: 1, scope: bounded, page } satisfies z.input<typeof pageValue>);
}

/** Undefined for anything but a value of ours. */
export function readPageValue(text: string | undefined): PageTurn | undefined {
  const value = readJson(pageValue, text);
  return value && { scope: value.scope, page: value.page };
}

/** For Next and Previous in a list of rooms. */
export function encodeRoomsPageValue({ page }: { readonly page: RoomListPage }): string {
  return JSON.stringify({ v: 1, page } satisfies z.input<typeof roomsPageValue>);
}

/** Undefined for anything but a value of ours. */
export function readRoomsPageValue(text: string | undefined): { readonly page: RoomListPage } | undefined {
  const value = readJson(roomsPageValue, text);
  return value && { page: value.page };
}

/** For Make another. A date text longer than any date is cut, and then not understood, as it was not before. */
export function encodeRequestValue(value: {
  readonly request: RoomRequest;
  readonly place?: RoomPlace | null;
}): string {
  const { title, recording, hostOnly, joinApproval, closes, host } = value.request;
  const bounded =
    closes?.kind === 'until' ? { ...closes, text: closes.text.slice(0, UNTIL_TEXT_MAX) } : closes;
  const asked = { title, recording, hostOnly, joinApproval, closes: bounded };
  const request = host === undefined ? asked : { ...asked, host };
  const place = value.place ?? null;
  return JSON.stringify({ v: 1, request, place } satisfies z.input<typeof requestValue>);
}

/** Undefined for anything but a value of ours. */
export function readRequestValue(
  text: string | undefined,
): { readonly request: RoomRequest; readonly place: RoomPlace | null } | undefined {
  const value = readJson(requestValue, text);
  return value && { request: value.request, place: value.place };
}
