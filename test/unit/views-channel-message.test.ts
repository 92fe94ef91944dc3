import { describe, expect, test } from 'vitest';
import type { ChannelMessage } from '../../src/domain/channel-message.ts';
import { renderMessage } from '../../src/slack/views/channel-message.ts';
import { accessProblems } from '../support/accessibility.ts';
import { MESSAGES } from '../support/channel-message-samples.ts';
import { slackProblems } from '../support/slack-limits.ts';

const STATES = Object.entries(MESSAGES).flatMap(([kind, states]) =>
  Object.entries<ChannelMessage>(states).map(([state, message]) => ({ kind, state, message })),
);

describe.each(['en-US', 'de-DE'])('channel messages in %s', (locale) => {
  test.each(STATES)('$kind, $state: looks as agreed and Slack takes it', ({ message }) => {
    const rendered = renderMessage(message, locale);

    expect(slackProblems(rendered)).toEqual([]);
    expect(accessProblems(rendered)).toEqual([]);
    expect(rendered).toMatchSnapshot();
  });
});

test('a message rendered twice: the same both times', () => {
  for (const { message } of STATES) {
    expect(renderMessage(message, 'en')).toEqual(renderMessage(message, 'en'));
  }
});

test.each([
  ['recording-started', 'running', 'started'],
  ['recording-ended', 'uploading', 'ended'],
  ['recording-failed', 'failed', 'failed'],
  ['recording-ready', 'alone', 'ready'],
  ['recording-deleted', 'deleted', 'ready'],
  ['recording-gone', 'gone', 'ready'],
])('%s: its metadata names the recording and stage "%s"', (kind, state, stage) => {
  const found = STATES.find((one) => one.kind === kind && one.state === state);
  if (found === undefined || !('recordingId' in found.message)) throw new Error(`no sample ${kind}`);

  expect(renderMessage(found.message, 'en').metadata).toEqual({
    event_type: 'roomtone_recording',
    event_payload: { stage, recording_id: found.message.recordingId },
  });
});

test('what tells of no recording’s life: carries no recording metadata', () => {
  const others = STATES.filter(({ kind }) => ['room-card', 'recording-shared', 'reminder'].includes(kind));

  for (const { message } of others) expect(renderMessage(message, 'en')).not.toHaveProperty('metadata');
  expect(others.length).toBeGreaterThan(10);
});
