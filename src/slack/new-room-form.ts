import { z } from 'zod';
import { JOIN_APPROVALS } from '../domain/room.ts';
import { FORM_RECORDINGS, type FormField, ROOM_KINDS, type RoomForm } from '../domain/room-form.ts';
import { ACTIONS, INPUT } from './ids.ts';
import { readJson } from './read-json.ts';

/*
 * The dialog for a new room on the wire: what it carries (`private_metadata`), and what comes back of its fields
 * (`state.values`). Source: view_submission payload, looked up November 2026.
 */

/** Where a dialog was opened. */
export interface FormOrigin {
  /** The channel it was opened from within; null: from nowhere in particular. */
  readonly channelId: string | null;
  /** The message in whose thread the room will live. */
  readonly thread: { readonly channelId: string; readonly messageTs: string } | null;
  /** Slack's answer address of what opened it; good for 30 minutes. */
  readonly responseUrl: string | null;
}

const id = z.string().min(1).max(200);
const originSchema = z.object({
  v: z.literal(1),
  channelId: id.nullable(),
  thread: z.object({ channelId: id, messageTs: id }).nullable(),
  responseUrl: z.url().max(2_000).nullable(),
});

/** Slack allows 3,000 characters. */
export function encodeFormOrigin({ channelId, thread, responseUrl }: FormOrigin): string {
  return JSON.stringify({ v: 1, channelId, thread, responseUrl } satisfies z.input<typeof originSchema>);
}

/** Undefined for anything but what we wrote. */
export function readFormOrigin(text: string): FormOrigin | undefined {
  const origin = readJson(originSchema, text);
  if (origin === undefined) return undefined;
  const { channelId, thread, responseUrl } = origin;
  return { channelId, thread, responseUrl };
}

/** `block_id`s: what an error is shown at. Every field that can be wrong is among them. */
export const ROOM_FIELDS = {
  title: 'title',
  kind: 'kind',
  until: 'until',
  recording: 'recording',
  join: 'join',
  channel: 'channel',
} as const satisfies Readonly<Record<FormField | 'kind', string>>;

/** The end of the year 9999, in seconds. */
const LATEST_SECONDS = 253_402_300_799;

const choice = <const Values extends readonly [string, ...string[]]>(action: string, values: Values) =>
  z
    .object({ [action]: z.object({ selected_option: z.object({ value: z.enum(values) }) }) })
    .transform((field) => field[action]?.selected_option.value);

const formSchema = z.object({
  title: z.object({ [INPUT]: z.object({ value: z.string().nullish() }) }),
  kind: choice(ACTIONS.roomKind, ROOM_KINDS),
  until: z
    .object({ [INPUT]: z.object({ selected_date_time: z.int().min(0).max(LATEST_SECONDS).nullish() }) })
    .optional(),
  recording: choice(INPUT, FORM_RECORDINGS),
  join: choice(INPUT, JOIN_APPROVALS),
  channel: z.object({ [INPUT]: z.object({ selected_conversation: z.string().nullish() }) }).optional(),
});

/** What was filled in; undefined for anything but a state of this dialog. */
export function readRoomForm(values: unknown): RoomForm | undefined {
  const form = formSchema.safeParse(values).data;
  if (form?.kind === undefined || form.recording === undefined || form.join === undefined) return undefined;
  const seconds = form.until?.[INPUT]?.selected_date_time;
  return {
    title: form.title[INPUT]?.value ?? '',
    kind: form.kind,
    until: seconds == null ? null : seconds * 1_000,
    recording: form.recording,
    joinApproval: form.join,
    channelId: form.channel?.[INPUT]?.selected_conversation ?? null,
  };
}
