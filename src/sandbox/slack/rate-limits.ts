import { SlackError } from './slack-error.ts';

const CHANNEL_INTERVAL_MS = 1000;
const WINDOW_MS = 60_000;
const TIER_3 = 50;
const TIER_4 = 100;

/**
 * Calls of a method within a minute. Source: "Rate Limits" on each method's page at docs.slack.dev/reference/methods.
 * Slack gives no number for posts in a workspace, and may let more through than its tiers say.
 */
const PER_MINUTE: Readonly<Record<string, number>> = {
  'chat.postMessage': 300,
  'chat.postEphemeral': TIER_4,
  'chat.update': TIER_3,
  'chat.delete': TIER_3,
  'conversations.info': TIER_3,
  'conversations.open': TIER_3,
  'conversations.members': TIER_4,
  'users.info': TIER_4,
  'views.open': TIER_4,
  'views.push': TIER_4,
  'views.update': TIER_4,
  'views.publish': TIER_4,
};

/** Slack's limits: one message a second in a channel, and so many calls of a method a minute in the workspace. */
export class RateLimits {
  readonly #now: () => number;
  readonly #lastPosts = new Map<unknown, number>();
  readonly #calls = new Map<string, readonly number[]>();
  #mode: 'real' | 'off';

  /** @param now epoch milliseconds */
  constructor(now: () => number, mode: 'real' | 'off') {
    this.#now = now;
    this.#mode = mode;
  }

  setMode(mode: 'real' | 'off'): void {
    this.#mode = mode;
  }

  /** Counts a call, in that channel if it is a post. Throws SlackError `ratelimited` when it comes too early. */
  take(method: string, channel: unknown): void {
    const limit = PER_MINUTE[method];
    if (this.#mode === 'off' || limit === undefined) return;
    const now = this.#now();
    const isPost = method === 'chat.postMessage';
    const calls = (this.#calls.get(method) ?? []).filter((at) => at > now - WINDOW_MS);
    const workspaceFree = (calls.at(-limit) ?? 0) + WINDOW_MS;
    const channelFree = isPost ? (this.#lastPosts.get(channel) ?? 0) + CHANNEL_INTERVAL_MS : 0;
    const freeAt = Math.max(channelFree, workspaceFree);
    if (freeAt > now) throw rateLimited(Math.ceil((freeAt - now) / 1000));
    if (isPost) this.#lastPosts.set(channel, now);
    this.#calls.set(method, [...calls, now]);
  }
}

export function rateLimited(retryAfterSeconds: number): SlackError {
  return new SlackError('ratelimited', { status: 429, retryAfterSeconds });
}
