import { textsFor } from '../../src/locales/texts.ts';
import { keyOf, readBody } from './message-key.ts';
import type { Exchange } from './wire.ts';

/** A message that Slack took. `key`: see {@link keyOf}. */
export interface Posted {
  readonly key: string;
  readonly channel: string;
  readonly ts: string;
}

export interface MadeRoom {
  readonly roomId: string;
  readonly roomKey: string;
  readonly title: string;
  /** As it was made, epoch milliseconds; NaN for one that closes when nobody is in it. */
  readonly expiresAt: number;
}

export interface HeardRecording {
  readonly recordingId: string;
  readonly sessionId: string;
}

/** Somebody who must be answered. */
export interface Promised {
  readonly step: string;
  readonly user: string;
}

/** What was really done at Slack and at the provider, as seen on the wires. */
export interface Ledger {
  readonly posts: readonly Posted[];
  readonly rooms: readonly MadeRoom[];
  readonly recordings: ReadonlyMap<string, HeardRecording>;
  /** Texts of private answers, by the path of the `response_url`. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /** Requests accepted that somebody must be answered for, by the path of their `response_url`. */
  readonly promised: ReadonlyMap<string, Promised>;
  postOf(key: string): Posted | undefined;
  slackDid(call: Exchange): void;
  /** Each once, however often it is seen. */
  made(room: MadeRoom): void;
  began(recording: HeardRecording): void;
  wentIn(sessionId: string, room: MadeRoom): void;
  /** The room somebody went into, by the session they were in. */
  roomOf(sessionId: string): MadeRoom | undefined;
  accepted(step: string, request: Exchange): void;
}

/** Every one of these is answered privately, whatever comes of it; but for what Home is used for. */
const ANSWERED = new RegExp(
  [
    '^/recordings$|^/meet rooms$',
    'click room\\.(host-link|recordings|start-recording|stop-recording|extend|end-after-session|close|hand-over|open-again)',
    'click (recordings?|rooms)\\.(get-link|delete|share|previous|next)',
    'click reminders\\.',
  ].join('|'),
);

/** Whoever hears that it takes longer waits on, whatever they heard before. */
const PUT_OFF = new Set(['de', 'en'].map((locale) => textsFor(locale).say('taking-longer.lead')));

export function createLedger(): Ledger {
  const posts: Posted[] = [];
  const byKey = new Map<string, Posted>();
  const rooms: MadeRoom[] = [];
  const recordings = new Map<string, HeardRecording>();
  const visited = new Map<string, MadeRoom>();
  const answers = new Map<string, string[]>();
  const promised = new Map<string, Promised>();

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
        const text = String(JSON.parse(body).text);
        if (PUT_OFF.has(text)) answers.delete(path);
        else answers.set(path, [...(answers.get(path) ?? []), text]);
        return;
      }
      const outcome = JSON.parse(answer.body) as { ok: boolean; channel: string; ts: string };
      if (!outcome.ok || !path.endsWith('/chat.postMessage')) return;
      const post = { key: keyOf(readBody(body, headers)), channel: outcome.channel, ts: outcome.ts };
      posts.push(post);
      byKey.set(post.key, post);
    },
    made(room) {
      if (!rooms.some(({ roomId }) => roomId === room.roomId)) rooms.push(room);
    },
    began: (recording) => void recordings.set(recording.sessionId, recording),
    wentIn: (sessionId, room) => void visited.set(sessionId, room),
    roomOf: (sessionId) => visited.get(sessionId),
    accepted(step, { body }) {
      const { responseUrl, user } = readAsker(body);
      if (responseUrl !== undefined && ANSWERED.test(step)) {
        promised.set(new URL(responseUrl).pathname, { step, user });
      }
    },
  };
}

/** Home has no `response_url`. */
function readAsker(form: string): { readonly responseUrl: string | undefined; readonly user: string } {
  const fields = new URLSearchParams(form);
  const payload = fields.get('payload');
  if (payload === null) {
    return { responseUrl: fields.get('response_url') ?? undefined, user: fields.get('user_id') ?? '' };
  }
  const { response_url: responseUrl, user } = JSON.parse(payload);
  return { responseUrl, user: user.id };
}
