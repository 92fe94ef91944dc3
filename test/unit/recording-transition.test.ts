import { describe, expect, test } from 'vitest';
import { lengthSeconds, type RecordingState, transition } from '../../src/domain/recording.ts';
import { keptUntil } from '../../src/domain/retention.ts';

const EVENTS: readonly RecordingState[] = ['started', 'ended', 'uploaded', 'failed', 'deleted', 'gone'];

/** What comes of each event (across) in each state (down); `–`: ignored. */
const TABLE: Readonly<Record<RecordingState | 'unknown', readonly string[]>> = {
  unknown: ['started', 'ended', 'uploaded', 'failed', 'deleted', 'gone'],
  started: ['–', 'ended', 'uploaded', 'failed', 'deleted', 'gone'],
  ended: ['–', '–', 'uploaded', 'failed', 'deleted', 'gone'],
  uploaded: ['–', '–', '–', '–', 'deleted', 'gone'],
  failed: ['–', '–', '–', '–', '–', '–'],
  deleted: ['–', '–', '–', '–', '–', '–'],
  gone: ['–', '–', '–', '–', '–', '–'],
};

describe('the state of a recording only ever moves forward', () => {
  const pairs = Object.entries(TABLE).flatMap(([state, after]) =>
    EVENTS.map((event, index) => ({ state, event, after: after[index] ?? '' })),
  );

  test.each(pairs)('$state, then $event: $after', ({ state, event, after }) => {
    const before = state === 'unknown' ? null : (state as RecordingState);

    expect(transition(before, event)).toBe(after === '–' ? 'ignored' : after);
  });
});

describe('the length of a recording', () => {
  const start = Date.UTC(2026, 10, 22, 14);

  test.each([
    ['end − start, whatever the provider counted', start, start + 1_920_400, 60, 1_920],
    ['nothing, when it began and ended at once', start, start, 60, 0],
    ['what the provider counted, when no start is known', null, start, 38, 38],
    ['what the provider counted, when no end is known', start, null, 38, 38],
    ['what the provider counted, when it ended before it began', start, start - 1, 38, 38],
    ['not known, when nothing is told', start, null, null, null],
  ])('is %s', (_what, startedAt, endedAt, durationSeconds, seconds) => {
    expect(lengthSeconds({ startedAt, endedAt, durationSeconds })).toBe(seconds);
  });
});

test('a recording is kept for that many days after its end', () => {
  expect(keptUntil(Date.UTC(2026, 10, 22, 14), 30)).toBe(Date.UTC(2026, 11, 22, 14));
});
