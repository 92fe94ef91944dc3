import { onTestFinished } from 'vitest';
import { PausedError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { type SlackCall, type SlackCalls, slackCalls } from '../../src/slack/slack-calls.ts';
import { type WebApi, webApi } from '../../src/slack/web-api.ts';
import type { Storage } from '../../src/usecases/ports/storage.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { slackWorld } from './slack-world.ts';

const TEAM_ID = 'T0SANDBOX';
const BOT_TOKEN = 'xoxb-sandbox-token';

export interface PacedSlack extends Awaited<ReturnType<typeof slackWorld>> {
  readonly calls: SlackCalls;
  readonly storage: Storage;
  now(): number;
  /** Moves the clock of both. */
  advance(ms: number): void;
  /** Another process on that database. */
  beside(storage: Storage): SlackCalls;
}

/** Slack with its limits, called at our pace; one clock for both. */
export async function pacedSlack(): Promise<PacedSlack> {
  const store = await openSqliteStore();
  const { now, advance, storage } = store;
  const slack = await slackWorld({ rateLimits: 'real', now });
  const api = openApi(slack.apiUrl);
  const beside = (other: Storage) => callsOf(api, other, now);
  return { ...slack, calls: beside(storage), storage, now, advance, beside };
}

export function callsOf(api: Pick<WebApi, 'client'>, storage: Storage, now: () => number): SlackCalls {
  return slackCalls({ api, storage, clock: { now }, log: createLog('silent') });
}

/** Slack's Web API at that address. Default: with the sandbox's token. */
export function openApi(apiUrl: string, tokenFor: (teamId: string) => string = () => BOT_TOKEN): WebApi {
  const api = webApi({ apiUrl, tokenFor, log: createLog('silent'), timeoutMs: 5_000 });
  onTestFinished(api.close);
  return api;
}

/** Posts a line in a channel. Default: as an announcement. */
export function post(calls: SlackCalls, channel: string, text: string, changes: Partial<SlackCall> = {}) {
  const call: SlackCall = {
    teamId: TEAM_ID,
    method: 'chat.postMessage',
    rank: 'channels',
    about: text,
    postsIn: channel,
    ...changes,
  };
  return calls.call(call, (client) => client.chat.postMessage({ channel, text }));
}

/** When it may be tried again; 0: it was made. */
export async function comeBackAt(trial: Promise<unknown>): Promise<number> {
  try {
    await trial;
    return 0;
  } catch (error) {
    if (error instanceof PausedError) return error.until;
    throw error;
  }
}

/**
 * Makes calls as jobs do: all at once, and again those that were told to, at that time. Returns how often one was tried;
 * the clock stands when the last one was made.
 */
export async function makeAll(
  trials: readonly (() => Promise<unknown>)[],
  { now, advance }: Pick<PacedSlack, 'now' | 'advance'>,
): Promise<number> {
  let tries = 0;
  let waiting = trials.map((call) => ({ call, at: now() }));
  while (waiting.length > 0) {
    const next = Math.min(...waiting.map(({ at }) => at));
    advance(Math.max(Math.ceil(next - now()), 0));
    const due = waiting.filter(({ at }) => at <= now());
    const later = waiting.filter(({ at }) => at > now());
    tries += due.length;
    const tried = await Promise.all(due.map(async ({ call }) => ({ call, at: await comeBackAt(call()) })));
    waiting = [...later, ...tried.filter(({ at }) => at > 0)];
  }
  return tries;
}
