import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { renderAnswer } from '../../src/slack/views/answer.ts';
import { accessProblems } from '../support/accessibility.ts';
import { ANSWERS } from '../support/answer-samples.ts';
import { buttonsOf, slackProblems } from '../support/slack-limits.ts';

const commands = { meet: '/meet', recordings: '/recordings' };
const STATES = Object.entries(ANSWERS).flatMap(([kind, states]) =>
  Object.entries<Answer>(states).map(([state, answer]) => ({ kind, state, answer })),
);

function render(answer: Answer | undefined, locale = 'en-US') {
  if (answer === undefined) throw new Error('no such sample');
  return renderAnswer(answer, { locale, commands });
}

describe.each(['en-US', 'de-DE'])('private answers in %s', (locale) => {
  test.each(STATES)('$kind, $state: looks as agreed and Slack takes it', ({ answer }) => {
    const rendered = render(answer, locale);

    expect(slackProblems(rendered)).toEqual([]);
    expect(accessProblems(rendered)).toEqual([]);
    expect(shortened(rendered)).toMatchSnapshot();
  });
});

/** Long made-up addresses would bury the snapshot. */
function shortened(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/x{3000,}/g, (run) => `[${run.length} x]`));
}

test('help: names the commands as this installation calls them', () => {
  const renamed = { meet: '/room', recordings: '/videos' };

  const { text } = renderAnswer({ kind: 'help', hostOnly: true }, { locale: 'en', commands: renamed });

  expect(text).toContain('`/room Design review`');
  expect(text).toContain('`/videos`');
  expect(text).not.toContain('/meet');
});

test('a recording link longer than a button takes: a link in the message and in its text instead', () => {
  const { text, blocks } = render(ANSWERS['recording-link']['address too long for a button']);

  expect(buttonsOf({ blocks })).toEqual([]);
  expect(JSON.stringify(blocks)).toContain('"type":"link","url":"https://bucket.s3.amazonaws.com/');
  expect(text).toMatch(/<https:\/\/bucket\.s3\.amazonaws\.com\/\S+\|Download video \(MP4\)>$/m);
});

test('the link of a recording, of a host: stands on its button and nowhere else', () => {
  const answers = [
    ANSWERS['recording-link']['link'],
    ANSWERS['room-ready']['instant'],
    ANSWERS['host-link']['link'],
  ];
  for (const answer of answers) {
    expect(JSON.stringify(render(answer)).match(/secret/g)).toHaveLength(1);
  }
});

test('ten recordings with the longest titles: as many whole paragraphs in text as fit and …, all in the blocks', () => {
  const list = ANSWERS.recordings['ten found and more'];
  if (list === undefined) throw new Error('no such sample');
  const rows = list.rows.map((row) => ({ ...row, title: '&'.repeat(200) }));

  const rendered = render({ ...list, kind: 'recordings', rows });

  expect(slackProblems(rendered)).toEqual([]);
  expect(accessProblems(rendered)).toEqual([]);
  expect(rendered.text).toMatch(/\.\n…$/);
  expect(rendered.text.split('\n').length).toBeGreaterThan(5);
  expect(buttonsOf(rendered)).toHaveLength(31);
});
