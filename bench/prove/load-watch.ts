import { createLedger, type Ledger } from './ledger.ts';
import { slackStep } from './steps.ts';
import type { Answer, Exchange, Moment, Verdict } from './wire.ts';
import type { Watch } from './world.ts';

/** What was seen of Slack's rate limits. */
export interface LimitsSeen {
  /** What Slack itself refused, and after so many posts. */
  readonly tooMany: string[];
  /** The pauses that were asked for on purpose. */
  readonly asked: AskedPause[];
}

export interface AskedPause {
  readonly what: string;
  readonly seconds: number;
  /** Calls during it: too early. */
  early: number;
  /** The first call after it, in seconds since the refusal; null: none came. */
  nextAfterSeconds: number | null;
}

interface RunningPause extends AskedPause {
  readonly channel: string | undefined;
  /** When the refusal was out; undefined: not yet. */
  heardAt: number | undefined;
}

/** Calls that were on their way when the refusal was. */
const UNDER_WAY_MS = 100;
/** Which calls are refused once, when so many posts stand, and what for. */
const REFUSALS = [
  { method: 'chat.postMessage', afterPosts: 0.2, seconds: 10 },
  { method: 'chat.update', afterPosts: 0.4, seconds: 15 },
] as const;

/** Passes everything on and keeps the ledger; refuses one post and one update with a `Retry-After`. */
export function watchLoad(posts: number): { watch: Watch; ledger: Ledger; limits: LimitsSeen } {
  const ledger = createLedger();
  const pauses: RunningPause[] = [];
  const limits: LimitsSeen = { tooMany: [], asked: pauses };
  const refusals = [...REFUSALS];
  const answers = new Map<Exchange['body'], RunningPause>();

  function toSlack(call: Exchange, moment: Moment): Verdict {
    if (moment === 'sent') return refusal(call) ?? 'go';
    if (moment === 'done') {
      ledger.slackDid(call);
      if (call.answer?.status === 429 && !answers.has(call.body)) {
        limits.tooMany.push(`${slackStep(call)} after ${ledger.posts.length} posts`);
      }
    } else {
      const pause = answers.get(call.body);
      if (pause !== undefined) pause.heardAt ??= Date.now();
      answers.delete(call.body);
    }
    return 'go';
  }

  function refusal(call: Exchange): Answer | undefined {
    const [method] = slackStep(call).split(' ');
    const channel = new URLSearchParams(call.body).get('channel') ?? undefined;
    for (const pause of pauses) count(pause, { method, channel });
    const due = refusals.findIndex((r) => r.method === method && ledger.posts.length >= r.afterPosts * posts);
    if (due < 0) return undefined;
    const [{ seconds } = { seconds: 0 }] = refusals.splice(due, 1);
    const ofChannel = method === 'chat.postMessage' ? channel : undefined;
    const what = ofChannel === undefined ? `${method} in the workspace` : `posts in ${ofChannel}`;
    const pause = { what, seconds, channel: ofChannel, early: 0, nextAfterSeconds: null, heardAt: undefined };
    pauses.push(pause);
    answers.set(call.body, pause);
    return tooManyRequests(seconds);
  }

  const watch: Watch = { toSlack, toProvider: () => 'go', toApp: () => 'go' };
  return { watch, ledger, limits };
}

/** A post's pause is its channel's, any other call's its method's. */
function count(pause: RunningPause, call: { method: string | undefined; channel: string | undefined }): void {
  const isMeant =
    pause.channel === undefined
      ? pause.what.startsWith(`${call.method} `)
      : call.method === 'chat.postMessage' && call.channel === pause.channel;
  if (!isMeant || pause.heardAt === undefined) return;
  const sinceMs = Date.now() - pause.heardAt;
  if (sinceMs < UNDER_WAY_MS) return;
  if (sinceMs < pause.seconds * 1_000) pause.early += 1;
  pause.nextAfterSeconds ??= sinceMs / 1_000;
}

function tooManyRequests(seconds: number): Answer {
  return {
    status: 429,
    headers: { 'content-type': 'application/json', 'retry-after': String(seconds) },
    body: '{"ok":false,"error":"ratelimited"}',
  };
}
