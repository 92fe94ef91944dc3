import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordingsCommand } from '../../src/domain/command.ts';
import { parseRecordingsCommand } from '../../src/domain/parse-recordings-command.ts';
import { SEARCH_TEXT_MAX } from '../../src/domain/recordings-list.ts';

const SESSION_ID = '1_MX40NjMzOTg5Mn5-MTY3NDYxNDI4NjY5M35WM0xaVXBSc1lpT3hKWE1XQ2diM1B3cXB-fn4';
const RECORDING_ID = '9f6fe8ae-3458-4a72-b532-8276d5533e97';
const DAY_MS = 86_400_000;

const parse = (text: string): RecordingsCommand => parseRecordingsCommand(text);
const last = (days: number) => ({ kind: 'last', durationMs: days * DAY_MS });
const from = (date: string) => ({ kind: 'from', date });

test.each(['', '  ', '\n'])('%j: the recordings of the channel', (text) => {
  expect(parse(text)).toEqual({ kind: 'channel' });
});

describe('an id', () => {
  test.each([RECORDING_ID, ` ${RECORDING_ID} `, RECORDING_ID.toUpperCase()])(
    '%j is a UUID: one recording',
    (text) => {
      expect(parse(text)).toEqual({ kind: 'recording', recordingId: RECORDING_ID });
    },
  );

  test.each([SESSION_ID, `2_${'x'.repeat(38)}`, `2_${'aA0_~=+/-'.repeat(5)}`])(
    '%j begins with a digit and an underscore and has 40 characters or more: one session',
    (text) => {
      expect(parse(` ${text} `)).toEqual({ kind: 'session', sessionId: text });
    },
  );

  test.each([
    RECORDING_ID.slice(1),
    `${RECORDING_ID} ${RECORDING_ID}`,
    `2_${'x'.repeat(37)}`,
    `22_${'x'.repeat(40)}`,
    `2_${'x'.repeat(40)}?`,
    '2_budget_review',
  ])('%j is none: it is looked for in titles', (text) => {
    expect(parse(text)).toEqual({ kind: 'channel', text });
  });
});

test.each([
  ['weekly sync', 'weekly sync'],
  ['help', 'help'],
  ['  weekly \n sync ', 'weekly sync'],
  ['R&amp;D', 'R&D'],
  ['&lt;@U1|ada&gt;', '<@U1|ada>'],
  ['<#C1|general>', '#general'],
  ['@ada', '@ada'],
  ['"weekly sync"', 'weekly sync'],
  ['"last 30d"', 'last 30d'],
  ['“from Friday”', 'from Friday'],
  ['the last supper', 'the last supper'],
  ['letter from Berlin', 'letter from Berlin'],
  ['from', 'from'],
  ['last', 'last'],
  ['Wort von Ada', 'Wort von Ada'],
])('%j: recordings with that in the title', (text, inTitle) => {
  expect(parse(text)).toEqual({ kind: 'channel', text: inTitle });
});

test.each(['<@U0ADA|ada>', '<@U0ADA>', ' <@U0ADA|ada.lovelace> '])('%j: recordings of that host', (text) => {
  expect(parse(text)).toEqual({ kind: 'channel', hostUserId: 'U0ADA' });
});

test.each([
  ['last 30d', last(30)],
  ['Last 30 days', last(30)],
  ['the last 2 weeks', last(14)],
  ['in the last 36 hours', last(1.5)],
  ['past week', last(7)],
  ['last month', last(30)],
  ['last 3 months', last(90)],
  ['last year', last(365)],
  ['letzte 30 Tage', last(30)],
  ['letzten Monat', last(30)],
  ['in den letzten 2 Wochen', last(14)],
  ['seit 30 Tagen', last(30)],
  ['since 30d', last(30)],
  ['from 2026-11-01', from('2026-11-01')],
  ['since Friday', from('Friday')],
  ['since last Friday 18:00', from('last Friday 18:00')],
  ['seit dem 1. November', from('1. November')],
  ['ab 01.11.2026', from('01.11.2026')],
  ['vom 1. November 2026', from('1. November 2026')],
])('%j: recordings of that time', (text, since) => {
  expect(parse(text)).toEqual({ kind: 'channel', since });
});

const PARTS = { text: 'weekly sync', host: '<@U0ADA|ada>', since: 'last 30d' };
const ALL = { kind: 'channel', text: 'weekly sync', hostUserId: 'U0ADA', since: last(30) };

test('text, host and time: in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.values(PARTS), { minLength: 3 }), (parts) => {
      expect(parse(parts.join(' '))).toEqual(ALL);
    }),
  );
});

test('text in pieces around the others: is put together', () => {
  expect(parse('weekly from 2026-11-01 sync <@U0ADA>')).toEqual({
    kind: 'channel',
    text: 'weekly sync',
    hostUserId: 'U0ADA',
    since: from('2026-11-01'),
  });
});

test('a second host, a second time: is part of the text, so that it is seen', () => {
  expect(parse('<@U0ADA|ada> <@U0BEN|ben>')).toEqual({ kind: 'channel', text: '@ben', hostUserId: 'U0ADA' });
  expect(parse('last 7d last 30d')).toEqual({ kind: 'channel', text: 'last 30d', since: last(7) });
});

test('words that introduce a date again and again: only the first few are looked at', () => {
  const text = 'from '.repeat(4).concat('from Friday');

  expect(parse(text)).toEqual({ kind: 'channel', text });
});

test('whatever somebody types: never throws, an id is one, and the text is bounded', () => {
  const pieces = fc.constantFrom('', 'last', 'from', 'seit', '30d', '2026-11-01', '<@U1|a>', SESSION_ID, '"');
  const typed = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), pieces), { maxLength: 5 });
  fc.assert(
    fc.property(typed, (parts) => {
      const command = parse(parts.join(' '));
      if (command.kind === 'session') expect(command.sessionId).toMatch(/^[\w~=+/-]{40,}$/);
      if (command.kind === 'recording') expect(command.recordingId).toMatch(/^[0-9a-f-]{36}$/);
      if (command.kind === 'channel') {
        expect((command.text ?? 'x').length).toBeLessThanOrEqual(SEARCH_TEXT_MAX);
        expect(command.text).not.toBe('');
      }
    }),
    { numRuns: 50 },
  );
});
