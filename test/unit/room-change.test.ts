import { describe, expect, test } from 'vitest';
import type { Closing } from '../../src/domain/room.ts';
import { extendedUntil, soonestClosing } from '../../src/domain/room-change.ts';
import { closesAgain } from '../../src/usecases/open-again.ts';
import { sampleRoom } from '../support/sample-rows.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 9);

describe('extended by a week', () => {
  test.each([
    ['before its end: counted from its end', NOW + 3 * DAY_MS, NOW + 10 * DAY_MS],
    ['its time over, but somebody is in it: counted from now', NOW - DAY_MS, NOW + 7 * DAY_MS],
    ['without an end: counted from now', null, NOW + 7 * DAY_MS],
  ])('%s', (_when, expiresAt, until) => {
    expect(extendedUntil(expiresAt, 'week', NOW)).toBe(until);
  });
});

test('closed as soon as can be: more than 10 minutes ahead, for that is what the provider wants', () => {
  expect(soonestClosing(NOW)).toBeGreaterThan(NOW + 10 * 60_000);
});

describe('opened again: closes', () => {
  const room = sampleRoom({ createdAt: Date.UTC(2026, 10, 2, 9), locale: 'en-US', timeZone: 'UTC' });

  test.each<[string, Closing, Closing]>([
    ['after as long', { kind: 'after', durationMs: 5 * DAY_MS }, { kind: 'after', durationMs: 5 * DAY_MS }],
    [
      'on the next such day',
      { kind: 'until', text: 'Friday 18:00' },
      { kind: 'until', text: 'Friday 18:00' },
    ],
    [
      'as long after as the date that is over was',
      { kind: 'until', text: '2026-11-04 09:00' },
      { kind: 'after', durationMs: 2 * DAY_MS },
    ],
    [
      'in a week, where nobody can read the date',
      { kind: 'until', text: 'whenever' },
      { kind: 'after', durationMs: 7 * DAY_MS },
    ],
  ])('%s', (_when, closes, again) => {
    expect(closesAgain(room, closes, NOW)).toEqual(again);
  });
});
