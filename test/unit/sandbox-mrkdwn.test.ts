import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSlackDate } from '../../src/sandbox/page/workspace/mrkdwn/format-slack-date.ts';
import type { MrkdwnNode } from '../../src/sandbox/page/workspace/mrkdwn/mrkdwn-node.ts';
import { parseMrkdwn, parsePlainText } from '../../src/sandbox/page/workspace/mrkdwn/parse-mrkdwn.ts';
import { readPermalink } from '../../src/sandbox/page/workspace/mrkdwn/read-permalink.ts';

/** A compact picture of the parsed nodes: `bold(text)`, `link(url text)`. */
function sketch(nodes: readonly MrkdwnNode[]): string {
  return nodes.map(sketchNode).join('');
}

function sketchNode(node: MrkdwnNode): string {
  if ('children' in node) return `${node.type}(${sketch(node.children)})`;
  if (node.type === 'text') return node.text;
  if (node.type === 'link') return `link(${node.url} ${node.text})`;
  if (node.type === 'emoji') return `emoji(${node.name})`;
  if (node.type === 'date') return `date(${node.date.unixSeconds} ${node.date.format} ${node.date.fallback})`;
  if (node.type === 'broadcast') return `broadcast(${node.name})`;
  return 'id' in node ? `${node.type}(${node.id} ${node.label ?? '-'})` : `${node.type}(${node.text})`;
}

describe('mrkdwn: each piece of markup', () => {
  test.each([
    ['plain words', 'plain words'],
    ['*Design review*: a room', 'bold(Design review): a room'],
    ['_a_ and ~b~', 'italic(a) and strike(b)'],
    ['*bold _and italic_ too*', 'bold(bold italic(and italic) too)'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['* not bold * and ** nor this', '* not bold * and ** nor this'],
    ['*one\ntwo*', '*one\ntwo*'],
    ['type `/meet *x*` here', 'type code(/meet *x*) here'],
    ['```\nlet a = 1;\n```', 'pre(let a = 1;)'],
    ['before\n```code```\nafter', 'before\npre(code)after'],
    ['&gt; quoted\n&gt; again\nnot', 'quote(quoted\nagain)not'],
    ['> raw quote', 'quote(raw quote)'],
    ['R&amp;D &lt;3 &amp;lt;', 'R&D <3 &lt;'],
    ['<https://x.example/a_b_?q=1&amp;r=2|Join *now*>', 'link(https://x.example/a_b_?q=1&r=2 Join *now*)'],
    ['<https://x.example>', 'link(https://x.example https://x.example)'],
    ['<mailto:a@x.example|mail>', 'link(mailto:a@x.example mail)'],
    ['see https://x.example/y.', 'see link(https://x.example/y https://x.example/y).'],
    [
      'https://x.example/?a=1&amp;b=2&gt; and',
      'link(https://x.example/?a=1&b=2 https://x.example/?a=1&b=2)> and',
    ],
    ['*<https://x.example/*/|star>*', 'bold(link(https://x.example/*/ star))'],
    ['<@U0ADA> and <@U0BEN|ben>', 'user(U0ADA -) and user(U0BEN ben)'],
    ['in <#C0GENERAL|general>', 'in channel(C0GENERAL general)'],
    ['<!channel> <!here|here>', 'broadcast(channel) broadcast(here)'],
    ['<!subteam^S1|@team>', '@team'],
    [':tada: at 10:30:45 :nosuch:', 'emoji(tada) at 10:30:45 :nosuch:'],
    ['<!date^1732284120^{date_short} {time}|22 Nov UTC>', 'date(1732284120 {date_short} {time} 22 Nov UTC)'],
    ['<javascript:alert(1)|click>', '<javascript:alert(1)|click>'],
    ['<!channel and <b>', '<!channel and <b>'],
    ['a \uFFFC b <https://x.example|y>', 'a \uFFFC b link(https://x.example y)'],
  ])('%j reads as %j', (text, expected) => {
    expect(sketch(parseMrkdwn(text))).toBe(expected);
  });

  test('plain text: only emoji shortcodes are drawn, marks and escapes stay', () => {
    expect(parsePlainText('*R&amp;D* :tada: :nosuch:')).toBe('*R&amp;D* 🎉 :nosuch:');
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function flatten(nodes: readonly MrkdwnNode[]): readonly MrkdwnNode[] {
  return nodes.flatMap((node) => ('children' in node ? [node, ...flatten(node.children)] : [node]));
}

function words(nodes: readonly MrkdwnNode[]): string {
  return flatten(nodes)
    .map((node) => ('text' in node ? node.text : node.type === 'emoji' ? `:${node.name}:` : ''))
    .join('');
}

/** Text rich in the characters that mean something. */
const markup = fc.string({
  unit: fc.constantFrom(...'*_~`<>|!@#^&:;\n \uFFFCaU1', 'https://', '&gt;', '```', ':tada:', '<@U1>'),
});

describe('mrkdwn: any text', () => {
  test('never throws and never links to anything but the web, mail and phone', () => {
    fc.assert(
      fc.property(fc.oneof(markup, fc.string({ unit: 'binary' })), (text) => {
        for (const node of flatten(parseMrkdwn(text))) {
          if ('url' in node && node.url !== undefined) expect(node.url).toMatch(/^(https?:|mailto:|tel:)/i);
        }
      }),
    );
  });

  test('escaped as Slack asks: mentions nobody, and every character but the marks survives in order', () => {
    const withoutMarks = (text: string): string => text.replace(/[*_~`>\n ]/g, '');

    fc.assert(
      fc.property(fc.oneof(markup, fc.string({ unit: 'grapheme' })), (text) => {
        const nodes = parseMrkdwn(escaped(text));

        expect(flatten(nodes).map((node) => node.type)).not.toContain('user');
        expect(flatten(nodes).map((node) => node.type)).not.toContain('broadcast');
        expect(withoutMarks(words(nodes))).toBe(withoutMarks(text));
      }),
    );
  });

  test('without any mark: comes out as the one text it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc 123.,()äß漢&<'), minLength: 1 }), (text) => {
        expect(parseMrkdwn(escaped(text))).toEqual([{ type: 'text', text }]);
      }),
    );
  });
});

const ada = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const ben = { locale: 'en-US', timeZone: 'America/New_York' };
const carla = { locale: 'de-DE', timeZone: 'Europe/Berlin' };

describe('Slack date tokens in the language and zone of the reader', () => {
  const unixSeconds = Date.UTC(2026, 10, 22, 23, 30, 5) / 1000;
  const later = Date.UTC(2027, 4, 1);

  test.each([
    ['{date_num}', '2026-11-23', '2026-11-22', '2026-11-23'],
    ['{date_slash}', '23/11/2026', '11/22/2026', '23.11.2026'],
    ['{date}', '23 November 2026', 'November 22, 2026', '23. November 2026'],
    ['{date_short}', '23 Nov 2026', 'Nov 22, 2026', '23. Nov. 2026'],
    ['{date_long}', 'Monday, 23 November 2026', 'Sunday, November 22, 2026', 'Montag, 23. November 2026'],
    ['{date_long_full}', '23 November 2026', 'November 22, 2026', '23. November 2026'],
    ['{date_pretty}', '23 November 2026', 'November 22, 2026', '23. November 2026'],
    ['{date_short_pretty}', '23 Nov 2026', 'Nov 22, 2026', '23. Nov. 2026'],
    [
      '{date_long_pretty}',
      'Monday, 23 November 2026',
      'Sunday, November 22, 2026',
      'Montag, 23. November 2026',
    ],
    [
      '{day_divider_pretty}',
      'Monday, 23 November 2026',
      'Sunday, November 22, 2026',
      'Montag, 23. November 2026',
    ],
    ['{time}', '00:30', '6:30 PM', '00:30'],
    ['{time_secs}', '00:30:05', '6:30:05 PM', '00:30:05'],
    ['{ago}', '5 months ago', '5 months ago', 'Vor 5 Monaten'],
    ['at {date_short} {time}', 'at 23 Nov 2026 00:30', 'at Nov 22, 2026 6:30 PM', 'at 23. Nov. 2026 00:30'],
  ])('%s', (format, ...expected) => {
    const date = { unixSeconds, format, fallback: 'fallback' };

    expect(
      [ada, ben, carla].map((reader) => formatSlackDate(date, reader, later).replaceAll('\u202F', ' ')),
    ).toEqual(expected);
  });

  test('"pretty" close to now: today, yesterday, tomorrow by the calendar of the reader', () => {
    const date = { unixSeconds, format: '{date_short_pretty}, {date_pretty}', fallback: '' };
    const day = 24 * 3600 * 1000;
    const pretty = (now: number): string[] =>
      [ada, ben, carla].map((reader) => formatSlackDate(date, reader, now));

    expect(pretty(unixSeconds * 1000)).toEqual(['Today, today', 'Today, today', 'Heute, heute']);
    expect(pretty(Date.UTC(2026, 10, 23, 12))).toEqual([
      'Today, today',
      'Yesterday, yesterday',
      'Heute, heute',
    ]);
    expect(pretty(unixSeconds * 1000 - day)).toEqual([
      'Tomorrow, tomorrow',
      'Tomorrow, tomorrow',
      'Morgen, morgen',
    ]);
  });

  test('day divider within this year: without the year', () => {
    const date = { unixSeconds, format: '{day_divider_pretty}', fallback: '' };

    expect(formatSlackDate(date, ben, Date.UTC(2026, 5, 1))).toBe('Sunday, November 22');
  });

  test('a token nobody knows, or a time out of range: the fallback', () => {
    expect(
      formatSlackDate({ unixSeconds, format: '{date} {nope}', fallback: '22 Nov UTC' }, ada, later),
    ).toBe('22 Nov UTC');
    expect(formatSlackDate({ unixSeconds: 9e15, format: '{date}', fallback: 'far away' }, ada, later)).toBe(
      'far away',
    );
  });

  test('any time and format: never throws', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.integer({ min: 0, max: 8e15 }), (seconds, format, now) => {
        expect(formatSlackDate({ unixSeconds: seconds, format, fallback: 'f' }, carla, now)).toBeTypeOf(
          'string',
        );
      }),
    );
  });
});

describe('message permalinks', () => {
  test.each([
    [
      'http://localhost:4000/archives/C0GENERAL/p1732284120000200',
      { channelId: 'C0GENERAL', messageTs: '1732284120.000200' },
    ],
    [
      'https://acme.slack.com/archives/D1/p1732284120000200?thread_ts=1',
      { channelId: 'D1', messageTs: '1732284120.000200' },
    ],
    ['http://localhost:4000/archives/C0GENERAL', undefined],
    ['https://example.org/', undefined],
  ])('%s', (url, expected) => {
    expect(readPermalink(url)).toEqual(expected);
  });
});
