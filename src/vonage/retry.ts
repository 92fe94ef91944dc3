import type { ApiCall } from './call.ts';

/** Tries of one call, the first one included. */
const MAX_TRIES = 3;
/** A service that asks for more than this is left to whoever called: people wait behind these calls. */
const MAX_PAUSE_SECONDS = 5;
/** No pause is believed to be longer than this, whatever a header says. */
const LONGEST_PAUSE_SECONDS = 3_600;
const BACKOFF_MS = 250;

/** What is known about a try that failed. */
export interface FailedTry {
  /** HTTP status; 0: no answer. */
  readonly status: number;
  /** It ran into a timeout while waiting for the answer. */
  readonly timedOut: boolean;
  readonly retryAfterSeconds: number | null;
}

/**
 * Milliseconds to wait after try number `attempt` (from 1) before the next one, or undefined when there is none. Only
 * GET is repeated: POST has no idempotency key, and of DELETE the answer matters. A timeout is not repeated either,
 * because a service that hangs would only be waited for three times as long.
 */
export function retryDelayMs(call: ApiCall, failed: FailedTry, attempt: number): number | undefined {
  const passing = failed.status === 0 || failed.status === 429 || failed.status >= 500;
  const pauseSeconds = failed.retryAfterSeconds ?? 0;
  if (call.method !== 'GET' || !passing || failed.timedOut) return undefined;
  if (attempt >= MAX_TRIES || pauseSeconds > MAX_PAUSE_SECONDS) return undefined;
  return pauseSeconds * 1000 + Math.random() * BACKOFF_MS * 2 ** (attempt - 1);
}

/** Seconds that a `Retry-After` header asks for, from a number of seconds or a date; null when it tells neither. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), LONGEST_PAUSE_SECONDS);
}
