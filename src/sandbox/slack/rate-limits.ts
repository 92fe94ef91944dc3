import { SlackError } from './slack-error.ts';

const CHANNEL_INTERVAL_MS = 1000;
const WORKSPACE_WINDOW_MS = 60_000;
const WORKSPACE_POSTS = 300;

/** Slack's limits on posting: one message a second in a channel, 300 a minute in the workspace. */
export class RateLimits {
  readonly #now: () => number;
  readonly #lastPosts = new Map<string, number>();
  #posts: readonly number[] = [];
  #mode: 'real' | 'off';

  /** @param now epoch milliseconds */
  constructor(now: () => number, mode: 'real' | 'off') {
    this.#now = now;
    this.#mode = mode;
  }

  setMode(mode: 'real' | 'off'): void {
    this.#mode = mode;
  }

  /** Counts a post. Throws SlackError `ratelimited` when it comes too early. */
  takePost(channelId: string): void {
    if (this.#mode === 'off') return;
    const now = this.#now();
    this.#posts = this.#posts.filter((at) => at > now - WORKSPACE_WINDOW_MS);
    const channelFree = (this.#lastPosts.get(channelId) ?? 0) + CHANNEL_INTERVAL_MS;
    const workspaceFree = (this.#posts.at(-WORKSPACE_POSTS) ?? 0) + WORKSPACE_WINDOW_MS;
    const freeAt = Math.max(channelFree, workspaceFree);
    if (freeAt > now) throw rateLimited(Math.ceil((freeAt - now) / 1000));
    this.#lastPosts.set(channelId, now);
    this.#posts = [...this.#posts, now];
  }
}

export function rateLimited(retryAfterSeconds: number): SlackError {
  return new SlackError('ratelimited', { status: 429, retryAfterSeconds });
}
