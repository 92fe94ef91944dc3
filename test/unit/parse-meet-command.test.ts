import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandFault, MeetCommand, RoomRequest } from '../../src/domain/command.ts';
import { formatMeetCommand } from '../../src/domain/format-meet-command.ts';
import { parseMeetCommand } from '../../src/domain/parse-meet-command.ts';

const NAMES = { meet: '/meet' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const parse = (text: string): MeetCommand => parseMeetCommand(text, NAMES);

/** The text as Slack sends it when somebody types it. */
const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What `/meet` reads when its own corrected command is copied and sent. */
const parseCopied = (command: string): MeetCommand => parse(escapeSlack(command.replace(/^\/meet /, '')));

const room = (request: Partial<RoomRequest>): MeetCommand => ({
  kind: 'room',
  request: { title: 'Sync', recording: 'automatic', hostOnly: false, closes: null, ...request },
});

const problem = (fault: CommandFault, corrected: string): MeetCommand => ({
  kind: 'problem',
  problem: { ...fault, corrected },
});

test.each(['', '   ', 'help', 'HELP', ' Help ', '--help', '—help', '-h'])('%j: help', (text) => {
  expect(parse(text)).toEqual({ kind: 'help' });
});

describe('a title', () => {
  test.each([
    ['Design review', 'Design review'],
    ['  Design \t review\n', 'Design review'],
    ['Design\u00a0review', 'Design review'],
    // Dashes that are no options
    ['Budget — Q4', 'Budget — Q4'],
    ['Budget - Q4', 'Budget - Q4'],
    ['Follow-up', 'Follow-up'],
    ['Planning—part two', 'Planning—part two'],
    ['-5 degrees', '-5 degrees'],
    ['Sprint --2', 'Sprint --2'],
    ['—', '—'],
    // Words that are reserved only alone, and `admin`, which never is
    ['help desk', 'help desk'],
    ['rooms and settings', 'rooms and settings'],
    ['admin', 'admin'],
    ['admin review', 'admin review'],
    // Quotes around the whole title are grammar …
    ['"help"', 'help'],
    ['“help”', 'help'],
    ['„help“', 'help'],
    ['«help»', 'help'],
    ['"rooms"', 'rooms'],
    ['"Design review"', 'Design review'],
    ['" Design  review "', 'Design review'],
    ['"--until we meet"', '--until we meet'],
    ['“Standup —let’s go”', 'Standup —let’s go'],
    ['"say ""hi"" --now"', 'say "hi" --now'],
    ['"""help"""', '"help"'],
    // … others belong to it
    ['Review of "Dune"', 'Review of "Dune"'],
    ['“Dune” review', '“Dune” review'],
    ['Reading "not --until now" today', 'Reading "not --until now" today'],
    ['"Dune', '"Dune'],
    ['5" screens', '5" screens'],
    // Slack's escapes
    ['R&amp;D', 'R&D'],
    ['R&D', 'R&D'],
    ['&lt;!channel&gt;', '<!channel>'],
    ['&amp;lt;', '&lt;'],
    ['1 &lt; 2 &gt; 0', '1 < 2 > 0'],
    ['&lt;@U1&gt;', '<@U1>'],
    ['With <@U1|ada> about <#C1|general>', 'With @ada about #general'],
    ['With <@U1> about <#C1|>', 'With @U1 about #C1'],
    ['<https://roomtone.example|roomtone.example> launch', 'roomtone.example launch'],
    ['<https://a.example/?b=1&amp;c=2>', 'https://a.example/?b=1&c=2'],
    ['Ask <mailto:ada@a.example|ada@a.example>', 'Ask ada@a.example'],
    ['I <3 it', 'I <3 it'],
    // Not ours to change
    ['Größenwahn 🎉 日本語', 'Größenwahn 🎉 日本語'],
  ])('%j: the title is %j', (text, title) => {
    expect(parse(text)).toEqual(room({ title }));
  });

  test('of 200 characters: taken as it is', () => {
    expect(parse('x'.repeat(200))).toEqual(room({ title: 'x'.repeat(200) }));
  });

  test('of 200 characters once Slack\'s escapes are undone: taken as it is', () => {
    expect(parse('&amp;'.repeat(200))).toEqual(room({ title: '&'.repeat(200) }));
  });
});

describe('options', () => {
  const until = (text: string): Partial<RoomRequest> => ({ closes: { kind: 'until', text } });

  test.each<[string, Partial<RoomRequest>]>([
    ['Sync', {}],
    ['Sync --manual', { recording: 'offered' }],
    ['Sync --no-recording', { recording: 'off' }],
    ['Sync --host-only', { hostOnly: true }],
    ['Sync --owner-only', { hostOnly: true }],
    ['Sync --host-only --manual', { hostOnly: true, recording: 'offered' }],
    ['Sync --until Friday 18:00', until('Friday 18:00')],
    ['Sync --until Friday 18:00 --manual', { ...until('Friday 18:00'), recording: 'offered' }],
    ['Sync --until nächsten Freitag 18 Uhr', until('nächsten Freitag 18 Uhr')],
    ['Sync --until 2026-12-31T18:00:00+05:30', until('2026-12-31T18:00:00+05:30')],
    ['Sync --for 30d --no-recording', { closes: { kind: 'after', durationMs: 30 * DAY }, recording: 'off' }],
    // Every case, every dash
    ['Sync --UNTIL Friday', until('Friday')],
    ['Sync -until Friday', until('Friday')],
    ['Sync —until Friday', until('Friday')],
    ['Sync –until Friday', until('Friday')],
    ['Sync ——until Friday', until('Friday')],
    ['Sync −until Friday', until('Friday')],
    ['Sync —no–recording', { recording: 'off' }],
    // Before the title, around it, and in it
    ['--manual Sync', { recording: 'offered' }],
    ['--for 2h Weekly sync', { title: 'Weekly sync', closes: { kind: 'after', durationMs: 2 * HOUR } }],
    ['Weekly --for 30 days sync', { title: 'Weekly sync', closes: { kind: 'after', durationMs: 30 * DAY } }],
    ['--until "tomorrow 18:00" Weekly sync', { title: 'Weekly sync', ...until('tomorrow 18:00') }],
    ['--for "2 hours" 3 teams', { title: '3 teams', closes: { kind: 'after', durationMs: 2 * HOUR } }],
    ['“help” --for 2h', { title: 'help', closes: { kind: 'after', durationMs: 2 * HOUR } }],
    ['help --manual', { title: 'help', recording: 'offered' }],
  ])('%j', (text, request) => {
    expect(parse(text)).toEqual(room(request));
  });
});

describe('--for', () => {
  test.each([
    ['90m', 90 * MINUTE],
    ['2h', 2 * HOUR],
    ['30d', 30 * DAY],
    ['1w', 7 * DAY],
    ['30D', 30 * DAY],
    ['45 min', 45 * MINUTE],
    ['30 days', 30 * DAY],
    ['2 hours', 2 * HOUR],
    ['1 hour', HOUR],
    ['1d 12h', 36 * HOUR],
    ['1h30m', 90 * MINUTE],
    ['1 hour and 30 minutes', 90 * MINUTE],
    ['1 day, 12 hours', 36 * HOUR],
    ['1.5h', 90 * MINUTE],
    ['1,5 Stunden', 90 * MINUTE],
    ['30 Tage', 30 * DAY],
    ['2 Stunden', 2 * HOUR],
    ['3 Wochen', 21 * DAY],
    ['1 Tag und 6 Std.', 30 * HOUR],
    ['30 Min.', 30 * MINUTE],
    ['0d', 0],
    ['5200 weeks', 5200 * 7 * DAY],
  ])('%s', (duration, durationMs) => {
    expect(parse(`Sync --for ${duration}`)).toEqual(room({ closes: { kind: 'after', durationMs } }));
  });

  test.each(['ages', '30', 'd', '2 months', '30x', '-5d', '1 day or so', '9999999 weeks', '30dd', 'Freitag abend'])(
    '%s: not a duration, an example is shown',
    (value) => {
      expect(parse(`Sync --for ${value}`)).toMatchObject({ kind: 'problem', problem: { kind: 'not-a-duration' } });
    },
  );
});
