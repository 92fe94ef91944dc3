import { describe, expect, test } from 'vitest';
import { latenessOf } from '../../src/domain/lateness.ts';
import { firstLook, nextLook, nextLookAtKept, shouldBeThere } from '../../src/domain/look-schedule.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const END = Date.UTC(2026, 10, 22, 14);

test('a session’s recordings are looked for with growing pauses for three days', () => {
  const looks: number[] = [];
  for (let look: number | null = firstLook(END); look !== null; look = nextLook(END, look)) looks.push(look);

  expect(looks.map((at) => (at - END) / MINUTE_MS)).toEqual([
    ...[2, 5, 15, 30, 60, 120],
    ...[6, 12, 24, 36, 48, 60, 72].map((hours) => hours * 60),
  ]);
});

test('a look that came late: the next is the first that has not been due', () => {
  expect(nextLook(END, END + 7 * HOUR_MS)).toBe(END + 12 * HOUR_MS);
  expect(nextLook(END, END + 4 * DAY_MS)).toBeNull();
});

test('after a quarter of an hour whatever was recorded is known to the provider', () => {
  expect(shouldBeThere(END, END + 15 * MINUTE_MS - 1)).toBe(false);
  expect(shouldBeThere(END, END + 15 * MINUTE_MS)).toBe(true);
});

describe('whether a recording is still there is looked at', () => {
  test.each([
    ['when its time is over', -5 * DAY_MS, 0],
    ['a day after it was over', 0, DAY_MS],
    ['after twice as long', DAY_MS, 2 * DAY_MS],
    ['and again', 2 * DAY_MS, 4 * DAY_MS],
    ['however late the last look was', 10 * DAY_MS, 20 * DAY_MS],
  ])('%s', (_when, now, next) => {
    expect(nextLookAtKept(END, END + now)).toBe(END + next);
  });
});

describe('a video that is not there yet', () => {
  test.each([
    ['uploading', -HOUR_MS],
    ['uploading', 15 * MINUTE_MS - 1],
    ['processing', 15 * MINUTE_MS],
    ['processing', 2 * HOUR_MS - 1],
    ['late', 2 * HOUR_MS],
    ['late', 3 * DAY_MS - 1],
    ['missing', 3 * DAY_MS],
  ])('is said to be %s, %d ms after its recording ended', (lateness, after) => {
    expect(latenessOf(END, END + after)).toBe(lateness);
  });
});
