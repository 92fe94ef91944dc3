import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsFor } from '../../src/locales/texts.ts';
import { dateToken } from '../../src/slack/views/date-token.ts';
import { escapeMrkdwn } from '../../src/slack/views/escape-mrkdwn.ts';
import { recordingLabel, roomLabel } from '../../src/slack/views/labels.ts';
import { cut } from '../../src/slack/views/limits.ts';
import { bold, code, link } from '../../src/slack/views/mrkdwn.ts';
import { oneLine } from '../../src/slack/views/one-line.ts';
import { plain } from '../../src/slack/views/plain-text.ts';

const en = textsFor('en-US');
const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });

describe('cut', () => {
  test.each([
    ['short enough', 12, 'short enough'],
    ['a word too much', 10, 'a word to…'],
    ['space before the end', 6, 'space…'],
    ['ab😀cd', 4, 'ab…'],
    ['ab😀cd', 5, 'ab😀…'],
    ['abc', 1, '…'],
  ])('%j to %i characters: %j', (text, max, expected) => {
    expect(cut(text, max)).toBe(expected);
  });

  test('any well-formed text: never longer than asked, never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, max) => {
        const short = cut(text, max);

        expect(short.length).toBeLessThanOrEqual(max);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});

test('escaping: exactly the three characters Slack names', () => {
  expect(escapeMrkdwn('R&D <!channel> "a" \'b\' &amp;')).toBe('R&amp;D &lt;!channel&gt; "a" \'b\' &amp;amp;');
});

describe('a title in bold', () => {
  test.each([
    ['Design review', '*Design review*'],
    ['R&D <3', '*R&amp;D &lt;3*'],
    ['2*3 * 4', '*2∗3 ∗ 4*'],
    ['snake_case _private_', '*snake_case ＿private＿*'],
    ['`rm` ~old~', '*ˋrmˋ ∼old∼*'],
    [' two\nlines\t', '*two lines*'],
    ['\u202Egpj.exe\u202C', '*gpj.exe*'],
    ['Über 日本 😀 👩‍💻', '*Über 日本 😀 👩‍💻*'],
  ])('%j becomes %j', (title, expected) => {
    expect(bold(title)).toBe(expected);
  });

  test('any title: no mark of its own that formats', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const inside = bold(title).slice(1, -1);

        expect(inside).not.toMatch(/[*`~\n]/);
        expect(inside).not.toMatch(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u);
      }),
    );
  });
});

test('code: its backticks cannot end it, its marks stay as typed', () => {
  expect(code('--`x` <y> *z*')).toBe('`--ˋxˋ &lt;y&gt; *z*`');
  expect(code('a'.repeat(100))).toBe(`\`${'a'.repeat(59)}…\``);
});

test('a link: neither address nor label can end it early', () => {
  expect(link('https://x.example/?a=1&b=<|>', 'A > B & C')).toBe(
    '<https://x.example/?a=1&amp;b=%3C%7C%3E|A &gt; B &amp; C>',
  );
  expect(link('https://x.example/')).toBe('<https://x.example/>');
});

test('plain text: angle brackets become quotation marks, so that no client sees a mention', () => {
  expect(plain('<!channel> & co', 80)).toBe('‹!channel› & co');
  expect(plain('too long for it', 8)).toBe('too lon…');
});

test('one line: well-formed, without control characters', () => {
  expect(oneLine('a\uD83Db\u0000c\r\n d\u2066')).toBe('a\uFFFDb c d');
});

describe('a date token', () => {
  const epochMs = Date.parse('2026-11-22T13:02:59.900Z');

  test.each([
    ['en', 'time', '<!date^1795352579^{time}|13:02 UTC>'],
    ['en', 'day', '<!date^1795352579^{date_short}|22 Nov 2026 UTC>'],
    ['en', 'day-and-time', '<!date^1795352579^{date_short} {time}|22 Nov 2026, 13:02 UTC>'],
    ['de', 'day-and-time', '<!date^1795352579^{date_short} {time}|22.11.2026, 13:02 UTC>'],
  ] as const)('%s, %s: %s', (locale, shape, expected) => {
    expect(dateToken(epochMs, shape, textsFor(locale))).toBe(expected);
  });
});

describe('labels for screen readers', () => {
  const recording = {
    title: 'Design review',
    startedAt: Date.parse('2026-11-22T13:02:00Z'),
    position: { index: 2, of: 3 },
    timeZone: 'Europe/Berlin',
  };

  test('a recording: what the button says, title, time with its zone, which of how many', () => {
    expect(recordingLabel('Get link', recording, en)).toBe(
      'Get link: Design review, 22 Nov 2026, 14:02 CET, 2 of 3',
    );
    expect(recordingLabel('Get link', { ...recording, position: null }, en)).toBe(
      'Get link: Design review, 22 Nov 2026, 14:02 CET',
    );
  });

  test('a long title: cut, so that the rest is still said', () => {
    const label = recordingLabel('Get link', { ...recording, title: 'long '.repeat(40) }, en);

    expect(label).toMatch(/^Get link: long long .*…, 22 Nov 2026, 14:02 CET, 2 of 3$/);
    expect(label.length).toBeLessThanOrEqual(75);
    expect(roomLabel('Join', 'x'.repeat(200), en)).toHaveLength(75);
  });
});
