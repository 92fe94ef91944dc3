import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { ChannelMessage } from '../../src/domain/channel-message.ts';
import { POLICY_VALUES } from '../../src/domain/policy.ts';
import { TITLE_MAX } from '../../src/domain/room.ts';
import { renderAnswer } from '../../src/slack/views/answer.ts';
import { renderMessage } from '../../src/slack/views/channel-message.ts';
import { accessProblems } from '../support/accessibility.ts';
import { ANSWERS } from '../support/answer-samples.ts';
import { MESSAGES } from '../support/channel-message-samples.ts';
import { mrkdwnOf, type SlackMessage, slackProblems } from '../support/slack-limits.ts';

/** A sample rendered in one language, with a person's text wherever a person's text can stand. */
type Render = (typed: string) => SlackMessage;

const commands = { meet: '/meet', recordings: '/recordings' };
const RENDERS = ['en', 'de'].flatMap((locale) => [
  ...samplesOf(MESSAGES).map(
    (sample): Render =>
      (typed) =>
        renderMessage(withText(sample as ChannelMessage, typed), locale),
  ),
  ...samplesOf(ANSWERS).map(
    (sample): Render =>
      (typed) =>
        renderAnswer(withText(sample as Answer, typed), { locale, commands }),
  ),
]);

function samplesOf(table: Readonly<Record<string, Readonly<Record<string, unknown>>>>): readonly unknown[] {
  return Object.values(table).flatMap((states) => Object.values(states));
}

const TYPED_BY_PEOPLE = new Set(
  'title hostName option suggestion first second value word corrected text'.split(' '),
);

/** What admins decide is chosen from these, never typed. */
const CHOSEN = new Set<string>(Object.values(POLICY_VALUES).flat());

function withText<T>(sample: T, typed: string): T {
  const title = [...typed].slice(0, TITLE_MAX).join('') || 'x';
  return JSON.parse(JSON.stringify(sample), (member, value: unknown) => {
    if (member === 'names') return (value as string[]).map(() => typed);
    if (typeof value !== 'string' || !TYPED_BY_PEOPLE.has(member) || CHOSEN.has(value)) return value;
    return member === 'title' ? title : typed;
  });
}

const NASTY = [
  '<!channel>',
  '<!here|everybody>',
  '<@U0ADA> <#C0GENERAL>',
  '<https://evil.example|Get link>',
  '<!date^0^{date}|never>',
  '&lt;!channel&gt; &amp;amp;',
  '*bold* _italic_ ~struck~ `code` ```block```',
  '*',
  '`'.repeat(200),
  '&'.repeat(200),
  '<'.repeat(200),
  '😀'.repeat(200),
  '👩‍👩‍👧‍👦'.repeat(25),
  'שלום עולם \u202Egpj.exe',
  'two\nlines\r\n> and a quote',
  '{title} {n, plural, other {#}}',
  "it's '{' quoted",
  '\uD83D',
  '\u0000\u0007',
  'a'.repeat(8000),
];
const codeUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));
const typedText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  fc.string({ unit: codeUnit, minLength: 1, maxLength: 200 }),
);
const anyRender = fc.constantFrom(...RENDERS);

/** What Slack would turn into a mention, a link, a date. */
function marksOf(message: SlackMessage): readonly string[] {
  return mrkdwnOf(message).flatMap((text) => text.match(/<[^>]*>/g) ?? []);
}

test('any text in any message: Slack takes it', () => {
  fc.assert(
    fc.property(anyRender, typedText, (render, typed) => {
      expect(slackProblems(render(typed))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('any text in any message: whoever listens misses nothing that is shown', () => {
  fc.assert(
    fc.property(anyRender, typedText, (render, typed) => {
      expect(accessProblems(render(typed))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('any text in any message: mentions, links and dates are those of a harmless text', () => {
  fc.assert(
    fc.property(anyRender, typedText, (render, typed) => {
      const harmless = new Set(marksOf(render('Plain')));

      const added = marksOf(render(typed)).filter((mark) => !harmless.has(mark));

      expect(added).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('any text in any message: every &, < and > is an entity or a mark of ours', () => {
  fc.assert(
    fc.property(anyRender, typedText, (render, typed) => {
      for (const text of mrkdwnOf(render(typed))) {
        expect(text.replace(/<[^<>]*>|&(?:amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
      }
    }),
    { numRuns: 1000 },
  );
});

test('every sample with every nasty text: Slack takes it', () => {
  for (const render of RENDERS) {
    for (const typed of NASTY) expect(slackProblems(render(typed))).toEqual([]);
  }
});
