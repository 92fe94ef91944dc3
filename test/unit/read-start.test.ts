import { describe, expect, test } from 'vitest';
import { readStart } from '../../src/domain/read-start.ts';
import { daysLeft } from '../../src/domain/retention.ts';

/** A Wednesday, 11:00 in Berlin. */
const NOW = Date.parse('2026-11-25T10:00:00Z');
const DAY_MS = 86_400_000;

const start = (date: string, locale = 'en-US', timeZone = 'Europe/Berlin') => {
  const at = readStart({ kind: 'from', date }, { now: NOW, timeZone, locale });
  return at === undefined ? undefined : new Date(at).toISOString().replace(':00.000Z', '');
};

describe('from a date on', () => {
  test.each([
    ['2026-11-01', '2026-10-31T23:00'],
    ['2026-07-01', '2026-06-30T22:00'],
    ['2026-11-01 18:00', '2026-11-01T17:00'],
    ['today', '2026-11-24T23:00'],
    ['yesterday', '2026-11-23T23:00'],
    ['Monday', '2026-11-22T23:00'],
    ['Friday', '2026-11-19T23:00'],
    ['Friday 18:00', '2026-11-20T17:00'],
    ['last Friday', '2026-11-19T23:00'],
    ['Nov 1', '2026-10-31T23:00'],
    ['Dec 24', '2025-12-23T23:00'],
    ['9:00', '2026-11-25T08:00'],
    ['18:00', '2026-11-24T17:00'],
    ['2027-01-31', '2027-01-30T23:00'],
  ])('%s', (date, expected) => {
    expect(start(date)).toBe(expected);
  });

  test.each([
    ['1.11.2026', '2026-10-31T23:00'],
    ['1. November', '2026-10-31T23:00'],
    ['gestern', '2026-11-23T23:00'],
    ['Montag', '2026-11-22T23:00'],
    ['Freitag 18 Uhr', '2026-11-20T17:00'],
  ])('%s', (date, expected) => {
    expect(start(date, 'de-DE')).toBe(expected);
  });

  test('in the zone of whoever asks', () => {
    expect(start('2026-11-01', 'en-US', 'America/New_York')).toBe('2026-11-01T04:00');
    expect(start('2026-11-01', 'en-US', 'Nowhere/Atlantis')).toBe('2026-11-01T00:00');
  });

  test('what is no date: nothing', () => {
    expect(start('the budget')).toBeUndefined();
  });
});

test('for so long, or from a moment on: counted from now, or as it is', () => {
  const teller = { now: NOW, timeZone: 'UTC', locale: 'en-US' };

  expect(readStart({ kind: 'last', durationMs: 30 * DAY_MS }, teller)).toBe(NOW - 30 * DAY_MS);
  expect(readStart({ kind: 'at', at: 5 }, teller)).toBe(5);
});

test.each([
  ['the same day, later', '2026-11-25T22:00:00Z', 'UTC', 0],
  ['the same moment, which is over', '2026-11-25T10:00:00Z', 'UTC', -1],
  ['earlier', '2026-11-24T10:00:00Z', 'UTC', -1],
  ['tomorrow, in less than 24 hours', '2026-11-26T01:00:00Z', 'UTC', 1],
  ['tomorrow by the calendar of the reader', '2026-11-25T23:30:00Z', 'Europe/Berlin', 1],
  ['still today by the calendar of the reader', '2026-11-26T01:00:00Z', 'America/New_York', 0],
  ['in thirty days', '2026-12-25T10:00:00Z', 'UTC', 30],
])('days left until %s', (_when, until, timeZone, expected) => {
  expect(daysLeft(Date.parse(until), NOW, timeZone)).toBe(expected);
});
