import { globSync, readFileSync } from 'node:fs';
import type { Button, KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { accessProblems } from '../support/accessibility.ts';
import type { SlackMessage } from '../support/slack-limits.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } }) as const;
const context = (...texts: readonly string[]): KnownBlock => ({
  type: 'context',
  elements: texts.map((text) => ({ type: 'plain_text', text })),
});
const button = (text: string, more: Partial<Button> = {}): Button => ({
  type: 'button',
  action_id: 'a.b',
  text: { type: 'plain_text', text },
  ...more,
});
const actions = (...elements: Button[]): KnownBlock => ({ type: 'actions', elements });
const long = 'word '.repeat(900).trim();

test.each<[string, SlackMessage]>([
  ['a word that is shown and not told', { text: 'One.', blocks: [section('One two.')] }],
  ['words told in another order', { text: 'Two. One.', blocks: [section('One.'), section('Two.')] }],
  ['a small line that is not told', { text: 'One.', blocks: [section('One.'), context('Two.')] }],
  [
    'a heading that is not told',
    {
      text: 'One.',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: 'All' } }, section('One.')],
    },
  ],
  [
    'a field that is not told',
    { text: 'One.', blocks: [{ ...section('One.'), fields: [{ type: 'mrkdwn', text: 'Two.' }] }] },
  ],
  ['a long text cut short without a …', { text: long.slice(0, 3999), blocks: [section(`${long} end`)] }],
  ['a … where all would fit', { text: 'One.\n…', blocks: [section('One.'), section('Two.')] }],
  ['a paragraph of pictures', { text: '🔴 :white_check_mark:', blocks: [section('🔴 :white_check_mark:')] }],
  [
    'an image without a word for it',
    {
      text: 'One.',
      blocks: [section('One.'), { type: 'image', image_url: 'https://x.example', alt_text: '' }],
    },
  ],
  [
    'a picture beside a section, the same',
    {
      text: 'One.',
      blocks: [
        { ...section('One.'), accessory: { type: 'image', image_url: 'https://x.example', alt_text: ' ' } },
      ],
    },
  ],
  ['a button that is a picture', { text: 'One.', blocks: [section('One.'), actions(button('🗑️'))] }],
  ['two buttons alike', { text: 'One.', blocks: [section('One.'), actions(button('Go'), button('Go'))] }],
  [
    'two buttons alike, announced as nothing else than what they say',
    {
      text: 'One.',
      blocks: [section('One.'), ...[1, 2].map(() => actions(button('Go', { accessibility_label: 'Go' })))],
    },
  ],
])('%s: is noticed', (_, message) => {
  expect(accessProblems(message)).not.toEqual([]);
});

test('wherever views are held to what Slack takes, they are held to what people who listen need', () => {
  const held = globSync('test/unit/views-*.test.ts', { exclude: ['**/views-slack-limits.test.ts'] })
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => /\b(?:slack|dialog|home)Problems\(/.test(text));

  expect(held.filter(({ text }) => !/ccessProblems\(/.test(text)).map(({ file }) => file)).toEqual([]);
  expect(held.length).toBeGreaterThan(2);
});

test.each<[string, SlackMessage]>([
  ['everything told', { text: 'One & two.\nThree.', blocks: [section('One &amp; two.'), context('Three.')] }],
  [
    'too much to tell, and … says so',
    { text: `${long.slice(0, 3999)}\n…`, blocks: [section(`${long} end`)] },
  ],
  [
    'a link, told by its label',
    { text: 'See <https://x.example|the page>.', blocks: [section('See <https://x.example|the page>.')] },
  ],
  [
    'two buttons alike that say what about',
    {
      text: 'One.',
      blocks: [
        section('One.'),
        ...['A', 'B'].map((what) => actions(button('Go', { accessibility_label: `Go: ${what}` }))),
      ],
    },
  ],
])('%s: is fine', (_, message) => {
  expect(accessProblems(message)).toEqual([]);
});
