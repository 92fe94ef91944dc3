import { describe, expect, test } from 'vitest';
import { RateLimits } from '../../src/sandbox/slack/rate-limits.ts';
import { METHOD_TIERS, type Method } from '../../src/slack/method-tiers.ts';
import { takeTurns } from '../../src/slack/take-turns.ts';
import { turnsOf } from '../../src/slack/turns-of.ts';
import type { Pauses } from '../../src/usecases/ports/pauses.ts';

const HELD_UP_MS = 3_000;
const MINUTE_MS = 60_000;
const START = 1_000_000;

function pausesInMemory(): Pauses {
  const held = new Map<string, number>();
  return {
    lock: async (keys) => keys.map((key) => held.get(key) ?? 0),
    hold: async (key, until) => void held.set(key, Math.max(held.get(key) ?? 0, until)),
    forget: async (keys) => keys.forEach((key) => void held.delete(key)),
  };
}

/** When calls go out, each as soon as it may, until that many milliseconds are over. */
async function callsWithin(method: Method, ms: number): Promise<readonly number[]> {
  const pauses = pausesInMemory();
  const sent: number[] = [];
  let now = START;
  while (now - START < ms) {
    const about = `call ${sent.length}`;
    const turns = turnsOf({ teamId: 'T0SANDBOX', method });
    const until = await takeTurns(pauses, { turns, rank: 'people', about }, now);
    if (until === 0) sent.push(now);
    now = Math.max(until, now);
  }
  return sent;
}

describe('as many calls as may be, the first of them held up on their way', () => {
  test.each(Object.keys(METHOD_TIERS) as Method[])('%s: Slack never says 429', async (method) => {
    const sent = await callsWithin(method, 2 * MINUTE_MS);
    let now = 0;
    const slack = new RateLimits(() => now, 'real');

    for (const [n, at] of sent.entries()) {
      now = Math.max(at, START + HELD_UP_MS);
      slack.take(method, `channel ${n}`);
    }

    expect(sent.length).toBeGreaterThan(2 * METHOD_TIERS[method].perMinute);
  });
});
