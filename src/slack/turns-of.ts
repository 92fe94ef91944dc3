import { METHOD_TIERS, type Method } from './method-tiers.ts';
import type { Turn } from './take-turns.ts';

/** What a call does, as far as its pace depends on it. */
export interface PacedCall {
  readonly teamId: string;
  readonly method: Method;
  /** The channel it posts in. */
  readonly postsIn?: string;
  /** Whose Home it publishes. */
  readonly homeOf?: string;
  /** The message it changes. */
  readonly changes?: { readonly channelId: string; readonly messageTs: string };
}

/** Slack takes one message a second in a channel. Source: docs.slack.dev/apis/web-api/rate-limits. */
const CHANNEL_MS = 1_000;
/** A message changes no more often than that; what comes in between is one change. */
const MESSAGE_MS = 5_000;
/** Nor does what somebody's Home shows. */
const HOME_MS = 5_000;
const MINUTE_MS = 60_000;

/**
 * Everything that has to have its turn before the call goes out; the first is what a `Retry-After` is about. The
 * workspace takes it `notBefore` then, epoch milliseconds.
 */
export function turnsOf(call: PacedCall, notBefore = 0): readonly [Turn, ...Turn[]] {
  const { teamId, method, postsIn, homeOf, changes } = call;
  const ofMethod = { ...methodTurn(teamId, method), notBefore };
  if (postsIn !== undefined) return [steady(`channel:${postsIn}`, CHANNEL_MS), ofMethod];
  if (homeOf !== undefined) return [ofMethod, steady(`home:${teamId}:${homeOf}`, HOME_MS)];
  if (changes === undefined) return [ofMethod];
  return [ofMethod, steady(`message:${changes.channelId}:${changes.messageTs}`, MESSAGE_MS)];
}

function methodTurn(teamId: string, method: Method): Turn {
  const { perMinute, burst } = METHOD_TIERS[method];
  const intervalMs = Math.ceil(MINUTE_MS / perMinute);
  return { key: `${teamId}:${method}`, intervalMs, aheadMs: (burst - 1) * intervalMs, fromAnswer: false };
}

function steady(key: string, intervalMs: number): Turn {
  return { key, intervalMs, aheadMs: 0, fromAnswer: true };
}
