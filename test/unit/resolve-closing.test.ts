import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LongTermRequest } from '../../src/domain/command.ts';
import { parseMeetCommand } from '../../src/domain/parse-meet-command.ts';
import { type ResolvedClosing, resolveClosing } from '../../src/domain/resolve-closing.ts';

const NAMES = { meet: '/meet' };
const BERLIN = 'Europe/Berlin';
const LOS_ANGELES = 'America/Los_Angeles';
const KOLKATA = 'Asia/Kolkata';

interface Person {
  readonly now?: string;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** A Friday afternoon in Berlin, Friday morning in Los Angeles, Friday evening in Kolkata. */
const FRIDAY = '2026-11-27T14:00:30.500Z';

const weeklySync = (text: string): LongTermRequest => ({
  title: 'Weekly sync',
  recording: 'automatic',
  hostOnly: false,
  joinApproval: 'everyone',
  closes: { kind: 'until', text },
});

const resolve = (request: LongTermRequest, person: Person): ResolvedClosing =>
  resolveClosing(request, {
    now: Date.parse(person.now ?? FRIDAY),
    timeZone: person.timeZone ?? BERLIN,
    locale: person.locale ?? 'en-US',
    names: NAMES,
  });

/** The moment as ISO text, or the kind of problem. */
const closingOf = (text: string, person: Person = {}): string => {
  const closing = resolve(weeklySync(text), person);
  return closing.kind === 'at' ? new Date(closing.at).toISOString() : closing.problem.kind;
};

// The server's own zone must not matter, so everything below runs in several.
describe.each(['UTC', BERLIN, LOS_ANGELES, 'Pacific/Apia'])('on a server in %s', (serverZone) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = serverZone;
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(serverZone);
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  test.each<[string, string, string]>([
    // English
    ['tomorrow 18:00', 'en-US', '2026-11-28T18:00+01:00'],
    ['tomorrow at noon', 'en-US', '2026-11-28T12:00+01:00'],
    ['tomorrow morning', 'en-US', '2026-11-28T06:00+01:00'],
    ['18:00 tomorrow', 'en-US', '2026-11-28T18:00+01:00'],
    ['6pm', 'en-US', '2026-11-27T18:00+01:00'],
    ['midnight', 'en-US', '2026-11-28T00:00+01:00'],
    ['Friday 18:00', 'en-US', '2026-11-27T18:00+01:00'],
    ['on Monday 9:30', 'en-US', '2026-11-30T09:30+01:00'],
    ['until next Friday 6 pm', 'en-US', '2026-12-04T18:00+01:00'],
    ['2026-12-31 18:00', 'en-US', '2026-12-31T18:00+01:00'],
    ['Dec 31, 2026 at 6 p.m.', 'en-US', '2026-12-31T18:00+01:00'],
    // German, whoever reads
    ['morgen 18 Uhr', 'de-DE', '2026-11-28T18:00+01:00'],
    ['morgen 18:00', 'en-US', '2026-11-28T18:00+01:00'],
    ['morgen Mittag', 'de-DE', '2026-11-28T12:00+01:00'],
    ['Mitternacht', 'de-DE', '2026-11-28T00:00+01:00'],
    ['Freitag 18:00', 'de-DE', '2026-11-27T18:00+01:00'],
    ['nächsten Freitag 18 Uhr', 'de-DE', '2026-12-04T18:00+01:00'],
    ['31.12.2026 18:00', 'de-DE', '2026-12-31T18:00+01:00'],
    ['31. Dezember 18:00', 'de-DE', '2026-12-31T18:00+01:00'],
    ['31. Dezember 18 Uhr', 'en-US', '2026-12-31T18:00+01:00'],
    ['31.12. 18:30 Uhr', 'de-DE', '2026-12-31T18:30+01:00'],
    ['am 31.12.2026 um 18 Uhr', 'de-DE', '2026-12-31T18:00+01:00'],
    ['tomorrow 18:00', 'de-DE', '2026-11-28T18:00+01:00'],
    ['dec 31 6pm', 'fr-FR', '2026-12-31T18:00+01:00'],
    // Zones in the text
    ['2026-12-31T18:00:00+05:30', 'en-US', '2026-12-31T18:00+05:30'],
    ['2026-12-31T18:00Z', 'en-US', '2026-12-31T18:00Z'],
    ['dec 31 6pm PST', 'en-US', '2026-12-31T18:00-08:00'],
    ['Friday 18:00 UTC', 'en-US', '2026-11-27T18:00Z'],
    ['18:00 +02:00', 'en-US', '2026-11-27T18:00+02:00'],
    // Counted from now
    ['30d', 'en-US', '2026-12-27T15:00:30.500+01:00'],
    ['30 Tage', 'de-DE', '2026-12-27T15:00:30.500+01:00'],
    ['in 3 hours', 'en-US', '2026-11-27T18:00:30.500+01:00'],
    ['in zwei Stunden', 'de-DE', '2026-11-27T17:00:30.500+01:00'],
    // A date alone: the end of that day
    ['today', 'en-US', '2026-11-27T23:59+01:00'],
    ['morgen', 'de-DE', '2026-11-28T23:59+01:00'],
    ['2026-12-31', 'en-US', '2026-12-31T23:59+01:00'],
    ['bis zum 31.12.2026', 'de-DE', '2026-12-31T23:59+01:00'],
    ['in 30 days', 'en-US', '2026-12-27T23:59+01:00'],
    ['in 30 Tagen', 'de-DE', '2026-12-27T23:59+01:00'],
    ['dec 31', 'en-GB', '2026-12-31T23:59+01:00'],
    ['dec 31 PST', 'en-US', '2026-12-31T23:59+01:00'],
    // A weekday, a time or a date without a year: the next one, today if it is still ahead
    ['Friday', 'en-US', '2026-11-27T23:59+01:00'],
    ['27 Nov', 'en-US', '2026-11-27T23:59+01:00'],
    ['Friday 9:00', 'en-US', '2026-12-04T09:00+01:00'],
    ['Thursday', 'en-US', '2026-12-03T23:59+01:00'],
    ['9:00', 'en-US', '2026-11-28T09:00+01:00'],
    ['jan 5', 'en-US', '2027-01-05T23:59+01:00'],
    ['5.1.', 'de-DE', '2027-01-05T23:59+01:00'],
    ['26 Nov', 'en-US', '2027-11-26T23:59+01:00'],
    ['1. Mai', 'de-DE', '2027-05-01T23:59+02:00'],
    // Figures alone: Americans put the month first
    ['05/12/2027', 'en-US', '2027-05-12T23:59+02:00'],
    ['05/12/2027', 'en', '2027-05-12T23:59+02:00'],
    ['05/12/2027', 'en-GB', '2027-12-05T23:59+01:00'],
    ['05/12/2027', 'de-DE', '2027-12-05T23:59+01:00'],
    ['05/12/2027', 'fr-FR', '2027-12-05T23:59+01:00'],
    ['05.12.2027', 'en-US', '2027-12-05T23:59+01:00'],
    ['5.5.27', 'de-DE', '2027-05-05T23:59+02:00'],
  ])('%s, typed in Berlin by %s: %s', (text, locale, expected) => {
    expect(closingOf(text, { locale })).toBe(new Date(expected).toISOString());
  });

  test.each([
    // Before and after midnight in Berlin
    ['tomorrow 18:00', BERLIN, '2026-11-27T22:59:30Z', '2026-11-28T18:00+01:00'],
    ['tomorrow 18:00', BERLIN, '2026-11-27T23:00:30Z', '2026-11-29T18:00+01:00'],
    ['today', BERLIN, '2026-11-27T23:00:30Z', '2026-11-28T23:59+01:00'],
    // … in Los Angeles
    ['tomorrow 18:00', LOS_ANGELES, '2026-11-28T07:59:30Z', '2026-11-28T18:00-08:00'],
    ['tomorrow 18:00', LOS_ANGELES, '2026-11-28T08:00:30Z', '2026-11-29T18:00-08:00'],
    ['Friday', LOS_ANGELES, '2026-11-28T07:00:00Z', '2026-11-27T23:59-08:00'],
    ['Friday', LOS_ANGELES, '2026-11-28T08:00:00Z', '2026-12-04T23:59-08:00'],
    // … in Kolkata
    ['tomorrow 18:00', KOLKATA, '2026-11-27T18:29:30Z', '2026-11-28T18:00+05:30'],
    ['tomorrow 18:00', KOLKATA, '2026-11-27T18:30:30Z', '2026-11-29T18:00+05:30'],
    ['dec 31', KOLKATA, '2026-12-31T18:00:00Z', '2026-12-31T23:59+05:30'],
    ['dec 31', KOLKATA, '2026-12-31T18:30:00Z', '2027-12-31T23:59+05:30'],
    // Clocks go forward: the hour that is skipped counts from the other side
    ['2027-03-28 02:30', BERLIN, FRIDAY, '2027-03-28T03:30+02:00'],
    ['2027-03-14 02:30', LOS_ANGELES, FRIDAY, '2027-03-14T03:30-07:00'],
    ['tomorrow 18:00', BERLIN, '2027-03-27T12:00:00Z', '2027-03-28T18:00+02:00'],
    ['tomorrow', LOS_ANGELES, '2027-03-13T20:00:00Z', '2027-03-14T23:59-07:00'],
    // Clocks go back: of the hour that comes twice it is the second
    ['2026-10-25 02:30', BERLIN, '2026-10-01T12:00:00Z', '2026-10-25T02:30+01:00'],
    ['2026-11-01 01:30', LOS_ANGELES, '2026-10-01T12:00:00Z', '2026-11-01T01:30-08:00'],
    ['today 01:30', LOS_ANGELES, '2026-11-01T07:30:00Z', '2026-11-01T01:30-08:00'],
    // Hours from now are hours, days are days on the wall
    ['in 3 hours', BERLIN, '2027-03-28T00:30:00Z', '2027-03-28T03:30:00Z'],
    ['in two hours', LOS_ANGELES, '2026-11-01T08:30:00Z', '2026-11-01T10:30:00Z'],
    ['24h', BERLIN, '2027-03-27T12:00:00Z', '2027-03-28T12:00:00Z'],
    ['in 1 day', BERLIN, '2027-03-27T12:00:00Z', '2027-03-28T23:59+02:00'],
    // No such zone: UTC
    ['tomorrow 18:00', 'Mars/Olympus', FRIDAY, '2026-11-28T18:00Z'],
    ['tomorrow 18:00', '', FRIDAY, '2026-11-28T18:00Z'],
  ])('%s, typed in %s at %s: %s', (text, timeZone, now, expected) => {
    expect(closingOf(text, { timeZone, now })).toBe(new Date(expected).toISOString());
  });

  test.each([
    ['yesterday', 'in-the-past'],
    ['gestern 18 Uhr', 'in-the-past'],
    ['2025-12-31 18:00', 'in-the-past'],
    ['today 14:59', 'in-the-past'],
    ['05/12/2026', 'in-the-past'],
    ['last Friday', 'in-the-past'],
    ['letzten Freitag', 'in-the-past'],
    ['3 days ago', 'in-the-past'],
    ['now', 'too-soon'],
    ['0m', 'too-soon'],
    ['in 5 minutes', 'too-soon'],
    ['10m', 'too-soon'],
    ['15:10', 'too-soon'],
    ['ages', 'not-a-date'],
    ['end of year', 'not-a-date'],
    ['Weekly sync may 5', 'not-a-date'],
    ['tomorrow 18:00 sharp', 'not-a-date'],
    ['tomorrow 25:00', 'not-a-date'],
    ['2026-02-30', 'not-a-date'],
    ['Friday 18:00-19:00', 'not-a-date'],
    ['30 months of Sundays', 'not-a-date'],
    ['in 99999 years', 'not-a-date'],
    ['in 999999999 days', 'not-a-date'],
    [`tomorrow${' 18:00'.repeat(1000)}`, 'not-a-date'],
  ])('%.40s: %s', (text, kind) => {
    expect(closingOf(text)).toBe(kind);
  });
});

describe('at least ten minutes', () => {
  const lasting = (durationMs: number): LongTermRequest => ({
    ...weeklySync(''),
    closes: { kind: 'after', durationMs },
  });

  test('--for 11m: eleven minutes from now', () => {
    expect(resolve(lasting(660_000), {})).toEqual({ kind: 'at', at: Date.parse('2026-11-27T14:11:30.500Z') });
  });

  test('--for 10m: too soon, a longer one is shown', () => {
    expect(resolve(lasting(600_000), { locale: 'de-DE' })).toEqual({
      kind: 'problem',
      problem: {
        kind: 'too-soon',
        value: '10m',
        at: Date.parse('2026-11-27T14:10:30.500Z'),
        corrected: '/meet Weekly sync --for 1h',
      },
    });
  });

  test('--until a time exactly ten minutes ahead: too soon; a minute later: accepted', () => {
    const now = '2026-11-27T14:00:00Z';

    expect(closingOf('15:10', { now })).toBe('too-soon');
    expect(closingOf('15:11', { now })).toBe('2026-11-27T14:11:00.000Z');
  });
});

describe('a corrected command', () => {
  test('in English: the request with a time that works', () => {
    expect(resolve(weeklySync('yesterday 18:00'), {})).toEqual({
      kind: 'problem',
      problem: {
        kind: 'in-the-past',
        value: 'yesterday 18:00',
        at: Date.parse('2026-11-26T18:00+01:00'),
        corrected: '/meet Weekly sync --until tomorrow 18:00',
      },
    });
  });

  test('in German: everything else is kept', () => {
    const request: LongTermRequest = {
      ...weeklySync('ewig'),
      title: 'help',
      recording: 'offered',
      hostOnly: true,
      joinApproval: 'everyone',
    };

    expect(resolve(request, { locale: 'de-DE' })).toEqual({
      kind: 'problem',
      problem: {
        kind: 'not-a-date',
        value: 'ewig',
        corrected: '/meet "help" --until morgen 18:00 --manual --host-only',
      },
    });
  });
});

describe('whatever somebody types, wherever they are', () => {
  const word = fc.constantFrom(
    ...[
      'tomorrow',
      'Friday',
      'Freitag',
      'morgen',
      'in',
      'am',
      'next',
      'last',
      '18:00',
      '6pm',
      '18 Uhr',
      'UTC',
      'PST',
    ],
    ...[
      '31.12.',
      '2026-12-31',
      '05/12/2026',
      'dec',
      '31',
      '3',
      '30d',
      'hours',
      'Tagen',
      'years',
      '99999',
      'BC',
      'now',
    ],
  );
  const text = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', minLength: 1 }),
  );
  const person = fc.record({
    now: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'No/Where'),
    locale: fc.constantFrom('en-US', 'en-GB', 'de-DE', 'fr-FR', ''),
  });

  test('a room closes more than ten minutes ahead, or there is a corrected command that makes such a room', () => {
    fc.assert(
      fc.property(text, person, (typed, where) => {
        const closing = resolve(weeklySync(typed), where);
        const now = Date.parse(where.now);
        if (closing.kind === 'at') {
          expect(closing.at).toBeGreaterThan(now + 600_000);
          return;
        }
        const corrected = parseMeetCommand(closing.problem.corrected?.replace('/meet ', '') ?? '', NAMES);
        expect(corrected).toMatchObject({ kind: 'room', request: { title: 'Weekly sync' } });
        if (corrected.kind !== 'room' || corrected.request.closes === null)
          throw new Error('not a long-term room');
        const again = resolve({ ...corrected.request, closes: corrected.request.closes }, where);
        expect(again.kind).toBe('at');
      }),
    );
  });
});
