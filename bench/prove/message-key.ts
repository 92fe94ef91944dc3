import { textsFor } from '../../src/locales/texts.ts';
import type { Exchange } from './wire.ts';

/** In such a channel a message without buttons is what an admin has decided; nobody shares recordings there. */
const PLACE_OF_AN_ADMIN = /^C0A\d/;

/** A list of rooms has the buttons of a card. It comes as a message when its `response_url` has been used up. */
const LEADS_OF_LISTS = ['de', 'en'].flatMap((locale) => [
  textsFor(locale).say('rooms.lead'),
  textsFor(locale).say('rooms.further'),
]);

/**
 * What a message is about, and which of its messages it is: `recording:<id> ready`, `room:<key> card`. Reminders and what
 * admins decide carry no ids; there is one in a conversation. `direct`: a private answer.
 */
export function keyOf(message: Record<string, unknown>): string {
  const { channel, metadata } = message as {
    channel?: string;
    metadata?: { event_payload?: { stage?: string; recording_id?: string } };
  };
  const { stage, recording_id: recordingId } = metadata?.event_payload ?? {};
  if (stage !== undefined) return `recording:${recordingId} ${stage}`;
  const text = String(message['text']);
  if (LEADS_OF_LISTS.some((lead) => text.startsWith(lead))) return 'direct';
  const buttons = buttonsOf(message);
  const card = buttons.find(({ action_id: action }) => action === 'room.recordings');
  if (card !== undefined) return `room:${JSON.parse(card.value).roomKey} card`;
  if (buttons.some(({ action_id: action }) => action === 'reminders.stop'))
    return inPlace('reminder', channel);
  if (buttons.length === 0 && PLACE_OF_AN_ADMIN.test(channel ?? '')) return inPlace('policy', channel);
  const [, sharedBy] = /^<@(\w+)>/.exec(text) ?? [];
  const [only, ...more] = buttons;
  if (sharedBy === undefined || only?.action_id !== 'recording.get-link' || more.length > 0) return 'direct';
  return `recording:${JSON.parse(only.value).recordingId} shared:${sharedBy}`;
}

/** A row about a message. */
export interface PostRow {
  readonly subject: string;
  readonly stage: string;
  readonly channel_id: string;
}

/** The same of a row. What somebody shows to the channel twice has two rows, and one key. */
export function keyOfRow({ subject, stage, channel_id: channel }: PostRow): string {
  if (stage === 'reminder' || stage === 'policy') return inPlace(stage, channel);
  return `${subject} ${stage.split(':').slice(0, 2).join(':')}`;
}

const inPlace = (stage: 'reminder' | 'policy', channel: string | undefined) => `${stage}:${channel} ${stage}`;

/** A request's arguments: JSON, or a form in which lists and objects are JSON text. */
export function readBody(body: string, headers: Exchange['headers']): Record<string, unknown> {
  if (headers['content-type']?.startsWith('application/json')) return JSON.parse(body);
  const fields = Object.fromEntries(new URLSearchParams(body));
  const inner = (name: string) => (fields[name] === undefined ? {} : { [name]: JSON.parse(fields[name]) });
  return { ...fields, ...inner('blocks'), ...inner('metadata') };
}

interface Button {
  readonly action_id: string;
  readonly value: string;
}

function buttonsOf(message: Record<string, unknown>): readonly Button[] {
  const blocks = (message['blocks'] ?? []) as readonly { elements?: readonly Button[] }[];
  return blocks.flatMap(({ elements }) => elements ?? []);
}
