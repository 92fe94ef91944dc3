import type { Exchange } from './wire.ts';

/** A message that Slack took. `key`: what it is about, `recording:<id> ready`, `room:<key> card`; `direct` for answers. */
export interface Posted {
  readonly key: string;
  readonly channel: string;
  readonly ts: string;
}

export interface MadeRoom {
  readonly roomId: string;
  readonly roomKey: string;
  readonly title: string;
}

export interface HeardRecording {
  readonly recordingId: string;
  readonly sessionId: string;
}

/** What was really done at Slack and at the Meetings server, as seen on the wires. */
export interface Ledger {
  readonly posts: readonly Posted[];
  readonly rooms: readonly MadeRoom[];
  readonly recordings: ReadonlyMap<string, HeardRecording>;
  /** Texts of private answers, by the path of the `response_url`. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /** Requests accepted that somebody must be answered for: path of their `response_url` → what it was. */
  readonly promised: ReadonlyMap<string, string>;
  postOf(key: string): Posted | undefined;
  slackDid(call: Exchange): void;
  meetingsDid(call: Exchange): void;
  accepted(step: string, request: Exchange): void;
  calledBack(callback: Exchange): void;
}

/** Every press of these and this command is answered privately, whatever comes of it. */
const ANSWERED =
  /\/recordings|room\.(host-link|recordings)|recordings?\.(get-link|delete|share|previous|next)/;

export function createLedger(): Ledger {
  const posts: Posted[] = [];
  const byKey = new Map<string, Posted>();
  const rooms: MadeRoom[] = [];
  const recordings = new Map<string, HeardRecording>();
  const answers = new Map<string, string[]>();
  const promised = new Map<string, string>();

  return {
    posts,
    rooms,
    recordings,
    answers,
    promised,
    postOf: (key) => byKey.get(key),
    slackDid({ path, body, headers, answer }) {
      if (answer === undefined || answer.status >= 300) return;
      if (!path.startsWith('/api/')) {
        const told = answers.get(path) ?? [];
        answers.set(path, [...told, String(JSON.parse(body).text)]);
        return;
      }
      const outcome = JSON.parse(answer.body) as { ok: boolean; channel: string; ts: string };
      if (!outcome.ok || !path.endsWith('/chat.postMessage')) return;
      const post = { key: keyOf(readBody(body, headers)), channel: outcome.channel, ts: outcome.ts };
      posts.push(post);
      byKey.set(post.key, post);
    },
    meetingsDid({ method, path, body, answer }) {
      if (method !== 'POST' || !path.endsWith('/rooms') || answer?.status !== 201) return;
      const { id } = JSON.parse(answer.body) as { id: string };
      const asked = JSON.parse(body) as { display_name: string; metadata: string };
      rooms.push({ roomId: id, roomKey: asked.metadata, title: asked.display_name });
    },
    accepted(step, { body }) {
      if (ANSWERED.test(step)) promised.set(new URL(responseUrlOf(body)).pathname, step);
    },
    calledBack({ body }) {
      const { event, recording_id: recordingId, session_id: sessionId } = JSON.parse(body);
      if (event === 'recording:started') recordings.set(sessionId, { recordingId, sessionId });
    },
  };
}

/** A request's arguments: JSON, or a form in which lists and objects are JSON text. */
export function readBody(body: string, headers: Exchange['headers']): Record<string, unknown> {
  if (headers['content-type']?.startsWith('application/json')) return JSON.parse(body);
  const fields = Object.fromEntries(new URLSearchParams(body));
  const inner = (name: string) => (fields[name] === undefined ? {} : { [name]: JSON.parse(fields[name]) });
  return { ...fields, ...inner('blocks'), ...inner('metadata') };
}

/** What a message is about, and which of its messages it is. */
export function keyOf(message: Record<string, unknown>): string {
  const { metadata } = message as {
    metadata?: { event_payload?: { stage?: string; recording_id?: string } };
  };
  const { stage, recording_id: recordingId } = metadata?.event_payload ?? {};
  if (stage !== undefined) return `recording:${recordingId} ${stage}`;
  const buttons = buttonsOf(message);
  const card = buttons.find(({ action_id: action }) => action === 'room.recordings');
  if (card !== undefined) return `room:${JSON.parse(card.value).roomKey} card`;
  const [, sharedBy] = /^<@(\w+)>/.exec(String(message['text'])) ?? [];
  const [only, ...more] = buttons;
  if (sharedBy === undefined || only?.action_id !== 'recording.get-link' || more.length > 0) return 'direct';
  return `recording:${JSON.parse(only.value).recordingId} shared:${sharedBy}`;
}

/** The same of a row. What somebody shows to the channel twice has two rows, and one key. */
export function keyOfRow({ subject, stage }: { readonly subject: string; readonly stage: string }): string {
  return `${subject} ${stage.split(':').slice(0, 2).join(':')}`;
}

interface Button {
  readonly action_id: string;
  readonly value: string;
}

function buttonsOf(message: Record<string, unknown>): readonly Button[] {
  const blocks = (message['blocks'] ?? []) as readonly { elements?: readonly Button[] }[];
  return blocks.flatMap(({ elements }) => elements ?? []);
}

function responseUrlOf(form: string): string {
  const fields = new URLSearchParams(form);
  const payload = fields.get('payload');
  return payload === null ? (fields.get('response_url') ?? '') : String(JSON.parse(payload).response_url);
}
