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
  request: {
    title: 'Sync',
    recording: 'automatic',
    hostOnly: false,
    joinApproval: 'everyone',
    closes: null,
    ...request,
  },
});

const problem = (fault: CommandFault, corrected: string): MeetCommand => ({
  kind: 'problem',
  problem: { ...fault, corrected },
});

test.each(['', '   ', '\n'])('%j: asks for the dialog', (text) => {
  expect(parse(text)).toEqual({ kind: 'dialog' });
});

test.each(['help', 'HELP', ' Help ', '--help', '—help', '-h'])('%j: help', (text) => {
  expect(parse(text)).toEqual({ kind: 'help' });
});

test.each<[string, MeetCommand]>([
  ['rooms', { kind: 'rooms' }],
  [' Settings ', { kind: 'settings' }],
])('%j alone: asks for those', (text, command) => {
  expect(parse(text)).toEqual(command);
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

  test("of 200 characters once Slack's escapes are undone: taken as it is", () => {
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
    ['Sync --host <@U0BEN|ben>', { host: 'U0BEN' }],
    ['--host <@W0BEN> Sync', { host: 'W0BEN' }],
    ['—host <@U0BEN|Ben B.> Sync --manual', { host: 'U0BEN', recording: 'offered' }],
    // As it stands in a command of ours that is copied.
    ['Sync --host &lt;@U0BEN&gt;', { host: 'U0BEN' }],
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

  test.each(['ages', '30', 'd', '30x', '30dd', '2 months', '-5', '9999999 weeks'])(
    '%s: not a duration, an example is shown',
    (value) => {
      expect(parse(`Sync --for ${value}`)).toEqual(
        problem({ kind: 'not-a-duration', value }, '/meet Sync --for 30d'),
      );
    },
  );
});

describe('one fault: it is named, and the corrected command keeps everything else as typed', () => {
  const unknown = (option: string, suggestion: string | null): CommandFault => ({
    kind: 'unknown-option',
    option,
    suggestion,
  });
  const untilFriday = '--until Friday 18:00';

  test.each<[string, CommandFault, string]>([
    ['Sync --host', { kind: 'missing-value', option: '--host' }, '/meet Sync'],
    ['Sync --host ben', { kind: 'not-a-person', value: 'ben' }, '/meet Sync'],
    ['Sync --host @ben --manual', { kind: 'not-a-person', value: '@ben' }, '/meet Sync --manual'],
    // Unknown options: abbreviations and slips of the finger
    [
      `Design review --untill Friday 18:00`,
      unknown('--untill', '--until'),
      `/meet Design review ${untilFriday}`,
    ],
    [`Design review —utnil Friday 18:00`, unknown('—utnil', '--until'), `/meet Design review ${untilFriday}`],
    [
      'Design review --untill Freitag 18:00',
      unknown('--untill', '--until'),
      '/meet Design review --until Freitag 18:00',
    ],
    ['Sync --form 30d --manual', unknown('--form', '--for'), '/meet Sync --for 30d --manual'],
    ['Sync --fro 30d', unknown('--fro', '--for'), '/meet Sync --for 30d'],
    ['Sync --for=30d', unknown('--for=30d', '--for'), '/meet Sync --for 30d'],
    ['Sync --until="May 5"', unknown('--until="May', '--until'), '/meet Sync --until "May 5"'],
    ['Sync --manual=yes', unknown('--manual=yes', '--manual'), '/meet Sync --manual'],
    ['Sync --Manuel', unknown('--Manuel', '--manual'), '/meet Sync --manual'],
    ['Sync --norecording', unknown('--norecording', '--no-recording'), '/meet Sync --no-recording'],
    ['Sync --no_recording', unknown('--no_recording', '--no-recording'), '/meet Sync --no-recording'],
    ['Sync --no-rec', unknown('--no-rec', '--no-recording'), '/meet Sync --no-recording'],
    ['Sync --owner', unknown('--owner', '--owner-only'), '/meet Sync --owner-only'],
    ['--hostonly “Weekly sync”', unknown('--hostonly', '--host-only'), '/meet --host-only “Weekly sync”'],
    ['R&amp;D --manul', unknown('--manul', '--manual'), '/meet R&D --manual'],
    // Unlike any option: quoted, it is a part of the title
    ['Standup —let’s go', unknown('—let’s', null), '/meet "Standup —let’s go"'],
    ['Sync --public --for 30d', unknown('--public', null), '/meet "Sync --public" --for 30d'],
    ['Sync --bar', unknown('--bar', null), '/meet "Sync --bar"'],
    ['Sync --constructor', unknown('--constructor', null), '/meet "Sync --constructor"'],
    ['"My sync" --foo', unknown('--foo', '--for'), '/meet "My sync" --for 30d'],
    // Values
    ['Sync --until', { kind: 'missing-value', option: '--until' }, '/meet Sync --until tomorrow 18:00'],
    ['Sync --for --manual', { kind: 'missing-value', option: '--for' }, '/meet Sync --for 30d --manual'],
    ['Sync --until ""', { kind: 'missing-value', option: '--until' }, '/meet Sync --until tomorrow 18:00'],
    ['Sync --for ever', { kind: 'not-a-duration', value: 'ever' }, '/meet Sync --for 30d'],
    ['Sync --for "30 d, ays"', { kind: 'not-a-duration', value: '30 d, ays' }, '/meet Sync --for 30d'],
    [
      'Sync --for tomorrow 18:00',
      { kind: 'not-a-duration', value: 'tomorrow 18:00' },
      '/meet Sync --until tomorrow 18:00',
    ],
    ['Sync --for morgen', { kind: 'not-a-duration', value: 'morgen' }, '/meet Sync --until morgen'],
    // Options that do not go together
    ['Sync --for 2h --for 3h', { kind: 'repeated-option', option: '--for' }, '/meet Sync --for 2h'],
    ['Sync --manual --manual', { kind: 'repeated-option', option: '--manual' }, '/meet Sync --manual'],
    [
      'Sync --host-only --owner-only',
      { kind: 'repeated-option', option: '--owner-only' },
      '/meet Sync --host-only',
    ],
    [
      `Sync ${untilFriday} --for 2h`,
      { kind: 'conflicting-options', first: '--until', second: '--for' },
      `/meet Sync ${untilFriday}`,
    ],
    [
      `Sync --for 2h ${untilFriday}`,
      { kind: 'conflicting-options', first: '--for', second: '--until' },
      '/meet Sync --for 2h',
    ],
    [
      'Sync --no-recording --manual',
      { kind: 'conflicting-options', first: '--no-recording', second: '--manual' },
      '/meet Sync --no-recording',
    ],
    [
      'Sync --owner-only --for 2h --no-recording',
      { kind: 'conflicting-options', first: '--owner-only', second: '--no-recording' },
      '/meet Sync --owner-only --for 2h',
    ],
    // Titles
    ['--for 30d', { kind: 'title-missing' }, '/meet Weekly sync --for 30d'],
    ['--manual', { kind: 'title-missing' }, '/meet Design review --manual'],
    ['""', { kind: 'title-missing' }, '/meet Design review'],
    ['"" --host-only', { kind: 'title-missing' }, '/meet Design review --host-only'],
    [untilFriday, { kind: 'title-missing' }, `/meet Weekly sync ${untilFriday}`],
    [`${untilFriday} Team call`, { kind: 'title-missing' }, `/meet Team call ${untilFriday}`],
    [
      '--until bis 31.12. Planung --manual',
      { kind: 'title-missing' },
      '/meet Planung --until bis 31.12. --manual',
    ],
    ['x'.repeat(201), { kind: 'title-too-long', length: 201, max: 200 }, `/meet ${'x'.repeat(200)}`],
    [
      `${'word '.repeat(40)}end --manual`,
      { kind: 'title-too-long', length: 203, max: 200 },
      `/meet ${'word '.repeat(40).trim()} --manual`,
    ],
    [`x${'🎉'.repeat(100)}`, { kind: 'title-too-long', length: 201, max: 200 }, `/meet x${'🎉'.repeat(99)}`],
    [`help ${'x'.repeat(200)}`, { kind: 'title-too-long', length: 205, max: 200 }, '/meet "help"'],
  ])('%j', (text, fault, corrected) => {
    expect(parse(text)).toEqual(problem(fault, corrected));
    expect(parseCopied(corrected).kind).toBe('room');
  });
});

test('several faults: the first is named, the corrected command has none of them', () => {
  const command = parse('--untill Friday --manul --for ages --no-recording');

  expect(command).toEqual(
    problem(
      { kind: 'unknown-option', option: '--untill', suggestion: '--until' },
      '/meet Weekly sync --until Friday --manual',
    ),
  );
});

test('more faults than anybody makes by mistake: no corrected command', () => {
  const command = parse(`Sync ${'--untill Friday '.repeat(20)}`);

  expect(command).toMatchObject({ kind: 'problem', problem: { kind: 'unknown-option', corrected: null } });
});

test('the command has another name in this workspace: corrections use it', () => {
  const command = parseMeetCommand('Sync --for 30d --for 2d', { meet: '/vc' });

  expect(command).toEqual(problem({ kind: 'repeated-option', option: '--for' }, '/vc Sync --for 30d'));
});

describe('whatever somebody types', () => {
  const word = fc.constantFrom(
    ...[
      '--until',
      '—for',
      '-host-only',
      '--owner-only',
      '--manual',
      '--no-recording',
      '--untill',
      '--fro',
      '--x',
    ],
    ...[
      '30d',
      '2 Stunden',
      'Friday',
      '18:00',
      'help',
      'rooms',
      'Sync',
      '—',
      'x'.repeat(150),
      '="',
      '--for=2h',
    ],
    ...['"', '“', '"Weekly', 'sync"', '""', '&amp;', '&', '<@U1|ada>', '<', '\n', '🎉'],
  );
  const anyText = fc.oneof(
    fc
      .array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 15 })
      .map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  );

  test('a title is 1 to 200 characters without spaces around it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const command = parse(text);
        if (command.kind !== 'room') return;
        expect(command.request.title).toMatch(/^\S(.{0,198}\S)?$/s);
      }),
    );
  });

  test('a corrected command, copied and sent, makes a room', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const command = parse(text);
        if (command.kind !== 'problem' || command.problem.corrected === null) return;
        expect(parseCopied(command.problem.corrected).kind).toBe('room');
      }),
    );
  });

  test('a room, written as a command and sent, is the same room', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const command = parse(text);
        if (command.kind !== 'room') return;
        expect(parseCopied(formatMeetCommand(command.request, NAMES))).toEqual(command);
      }),
    );
  });
});

describe('formatMeetCommand', () => {
  test.each<[RoomRequest, string]>([
    [
      {
        title: 'Design review',
        recording: 'automatic',
        hostOnly: false,
        joinApproval: 'everyone',
        closes: null,
      },
      '/meet Design review',
    ],
    [
      {
        title: 'Weekly sync',
        recording: 'offered',
        hostOnly: true,
        joinApproval: 'everyone',
        closes: { kind: 'after', durationMs: 36 * HOUR },
      },
      '/meet Weekly sync --for 1d 12h --manual --host-only',
    ],
    [
      {
        title: 'help',
        recording: 'off',
        hostOnly: false,
        joinApproval: 'everyone',
        closes: { kind: 'until', text: 'Friday' },
      },
      '/meet "help" --until Friday --no-recording',
    ],
    [
      {
        title: 'Sync —now',
        recording: 'automatic',
        hostOnly: false,
        joinApproval: 'everyone',
        closes: { kind: 'after', durationMs: 0 },
      },
      '/meet "Sync —now" --for 0m',
    ],
  ])('%j', (request, command) => {
    expect(formatMeetCommand(request, NAMES)).toBe(command);
  });

  test('any request, written as a command and sent, is the same request', () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.array(fc.constantFrom('"', '“', ' ', '-', '—', 'a', '&', '<')).map((parts) => parts.join('')),
      )
      .map((raw) => raw.replace(/[\s\p{Control}]+/gu, ' ').trim())
      .filter((raw) => raw.length >= 1 && raw.length <= 200);
    const closes = fc.oneof(
      fc.constant(null),
      text.map((until) => ({ kind: 'until' as const, text: until })),
      fc
        .integer({ min: 0, max: 36_525 * 24 * 60 })
        .map((minutes) => ({ kind: 'after' as const, durationMs: minutes * MINUTE })),
    );
    const request = fc
      .record({
        title: text,
        recording: fc.constantFrom('automatic', 'offered', 'off'),
        hostOnly: fc.boolean(),
        joinApproval: fc.constant('everyone' as const),
        closes,
      })
      .filter(({ recording, hostOnly }) => !(recording === 'off' && hostOnly));

    fc.assert(
      fc.property(request, (asked) => {
        expect(parseCopied(formatMeetCommand(asked, NAMES))).toEqual({ kind: 'room', request: asked });
      }),
    );
  });
});
