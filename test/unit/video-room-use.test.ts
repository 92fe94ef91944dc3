import { describe, expect, test } from 'vitest';
import { closesAt, isClosed } from '../../src/video/room-use.ts';
import { START, sampleVideoRoom } from '../support/sample-rows.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const later = START + DAY_MS;

describe('when a room closes by itself', () => {
  const instant = sampleVideoRoom({ expiresAt: START + 10 * MINUTE_MS });
  const long = sampleVideoRoom({ isLongTerm: true, expiresAt: later });
  const ending = { ...long, closesAfterSession: true };

  test.each([
    ['instant, nobody came: as it was made', instant, null, START + 10 * MINUTE_MS],
    ['instant: 10 minutes after the last session', instant, START + 45 * MINUTE_MS, START + 55 * MINUTE_MS],
    [
      'instant, the session was short: not before its time',
      instant,
      START - 5 * MINUTE_MS,
      instant.expiresAt,
    ],
    ['long-term: as it was wanted, whoever was in it', long, START, later],
    ['to close after its session, nobody came yet: as it was wanted', ending, null, later],
    ['to close after its session: 10 minutes after it', ending, START, START + 10 * MINUTE_MS],
    ['to close after a session that ended late: when its time is over', ending, later - MINUTE_MS, later],
  ])('%s', (_what, room, lastEnd, expected) => {
    const use = { session: undefined, lastEnd };

    expect(closesAt(room, use)).toBe(expected);
    expect(isClosed(room, use, expected - 1)).toBe(false);
    expect(isClosed(room, use, expected)).toBe(true);
  });
});
