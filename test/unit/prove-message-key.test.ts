import { expect, test } from 'vitest';
import { keyOf } from '../../bench/prove/message-key.ts';
import { renderAnswer } from '../../src/slack/views/answer.ts';
import { renderMessage } from '../../src/slack/views/channel-message.ts';
import { ANSWERS } from '../support/answer-samples.ts';
import { MESSAGES } from '../support/channel-message-samples.ts';

const LOCALES = ['en-US', 'de-DE'];
const COMMANDS = { meet: '/meet', recordings: '/recordings' };
const answers = Object.values(ANSWERS).flatMap((samples) => Object.values(samples));

test.each(LOCALES)('a private answer that comes as a message, in %s: is not taken for another', (locale) => {
  const rendered = answers.map((answer) => renderAnswer(answer, { locale, commands: COMMANDS }));
  const keys = rendered.map((message) => keyOf({ ...message, channel: 'D0P0APP' }));

  expect(new Set(keys)).toEqual(new Set(['direct']));
});

test.each(LOCALES)('a card of any kind, in %s: is the card of its room', (locale) => {
  const cards = Object.values(MESSAGES['room-card']);
  const keys = cards.map((card) => keyOf({ ...renderMessage(card, locale), channel: 'C0P0' }));

  expect(keys).toEqual(cards.map(({ roomKey }) => `room:${roomKey} card`));
});
