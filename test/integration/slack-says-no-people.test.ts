import { expect, test } from 'vitest';
import { recordingMessages, slackFaults, texts } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { leftToSay } from '../support/shut-channels.ts';

const directly = (app: Roomtone) => texts(app.slack.workspace.directMessages('ben'));
const logged = (app: Roomtone, message: string) => app.log.filter(({ msg }) => msg === message);

test('the host has left, the channel takes messages: they go there as ever', async () => {
  const app = await roomtone();
  const room = await openRoom(app, 'Design review', { user: 'ben' });
  app.slack.workspace.deactivate('ben');

  await recordedMeeting(app, room);

  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
  expect(leftToSay(app)).toEqual([]);
});

test('the host has left, and the channel is shut: nobody is told, which is logged once', async () => {
  const app = await roomtone();
  const room = await openRoom(app, 'Design review', { user: 'ben' });
  app.slack.workspace.deactivate('ben');
  await app.slack.workspace.archive('general');

  await recordedMeeting(app, room);
  await recordedMeeting(app, room);

  expect(directly(app)).toEqual([]);
  expect(leftToSay(app)).toEqual([]);
  expect(logged(app, 'the channel takes no messages')).toHaveLength(1);
  expect(logged(app, 'nobody is left to be told')).toHaveLength(1);
});

test('the host of a room between two people can no more be written to: nobody is told, nothing is tried again', async () => {
  const app = await roomtone();
  const room = await openRoom(app, 'Quick call', { user: 'ben', channel: 'D0ADABEN' });
  const before = directly(app).length;
  await slackFaults(app, { error: 'channel_not_found', methods: ['chat.postMessage'] });

  await recordedMeeting(app, room);
  await slackFaults(app, {});
  await app.pass(3_600_000);

  expect(directly(app)).toHaveLength(before);
  expect(leftToSay(app)).toEqual([]);
});

test.each(['user_disabled', 'user_not_found', 'user_not_visible', 'cannot_dm_bot'])(
  'the channel is shut, and Slack says %s of its host: it is let go',
  async (error) => {
    const app = await roomtone();
    const room = await openRoom(app, 'Design review', { user: 'ben' });
    await app.slack.workspace.archive('general');
    await slackFaults(app, { error, methods: ['conversations.open'] });

    await recordedMeeting(app, room);

    expect(directly(app)).toEqual([]);
    expect(leftToSay(app)).toEqual([]);
    expect(logged(app, 'nobody is left to be told')).toEqual([expect.objectContaining({ code: error })]);
  },
);

test('somebody waits for an answer and has left when it comes: it is let go', async () => {
  const app = await roomtone();
  await slackFaults(app, { status: 404, methods: ['response_url'] });
  await app.slack.workspace.command({ user: 'ben', channel: 'general', command: '/recordings' });
  app.slack.workspace.deactivate('ben');

  await app.settle();

  expect(leftToSay(app)).toEqual([]);
  expect(logged(app, 'nobody is left to be told')).toHaveLength(1);
});
