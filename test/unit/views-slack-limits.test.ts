import type { Button } from '@slack/types';
import { expect, test } from 'vitest';
import { type SlackMessage, slackProblems } from '../support/slack-limits.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } }) as const;
const button = (extras: Partial<Button>): SlackMessage => ({
  text: 'Fine.',
  blocks: [
    section('Fine.'),
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'a.b', text: { type: 'plain_text', text: 'Go' }, ...extras }],
    },
  ],
});
const dialog = (text: string) => ({ confirm: { text: { type: 'plain_text', text } } as const });
const lines = (count: number, text: string) => Array.from({ length: count }, () => section(text));

test.each<[string, SlackMessage]>([
  ['an empty text', { text: '', blocks: [section('Fine.')] }],
  ['a text of 4,001 characters', { text: `Fine.${'x'.repeat(3996)}`, blocks: [section('Fine.')] }],
  ['a text that begins otherwise', { text: 'Hello.', blocks: [section('Fine.')] }],
  ['half a sentence first', { text: 'Fine', blocks: [section('Fine')] }],
  ['no blocks', { text: 'Fine.', blocks: [] }],
  ['51 blocks', { text: 'Fine.', blocks: lines(51, 'Fine.') }],
  [
    'a section of 3,001 characters',
    { text: 'Fine.', blocks: [...lines(1, 'Fine.'), section('x'.repeat(3001))] },
  ],
  ['an empty section', { text: 'Fine.', blocks: [section('Fine.'), section('')] }],
  ['too much text in all', { text: 'Fine.', blocks: [section('Fine.'), ...lines(5, 'x'.repeat(2900))] }],
  [
    'a block id twice',
    { text: 'Fine.', blocks: lines(2, 'Fine.').map((block) => ({ ...block, block_id: 'same' })) },
  ],
  ['a button text of 76', button({ text: { type: 'plain_text', text: 'x'.repeat(76) } })],
  ['a label of 76', button({ accessibility_label: 'x'.repeat(76) })],
  ['a value of 2,001', button({ value: 'x'.repeat(2001) })],
  ['a link of 3,001', button({ url: 'x'.repeat(3001) })],
  ['a dialog of 301', button(dialog('x'.repeat(301)))],
])('%s: is noticed', (_, message) => {
  expect(slackProblems(message)).not.toEqual([]);
});
