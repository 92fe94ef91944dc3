import { expect, test } from 'vitest';
import {
  buttonsOf,
  clickOn,
  recordings,
  type SlackMessage,
  slackFaults,
  texts,
  toldTo,
  urlOf,
} from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const share = { user: 'ben', channel: 'general', button: 'Share in channel' };

const sharedIn = (app: Roomtone, channel: string): readonly SlackMessage[] =>
  app.slack.workspace.messages(channel).filter(({ text }) => String(text).includes('shares a recording'));

async function listed(): Promise<Roomtone> {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app));
  await recordings(app, '', { user: 'ben' });
  return app;
}

test('Share in channel: the channel gets the row, not the link; each reader gets their own', async () => {
  const app = await listed();

  await clickOn(app, share);

  const [message] = sharedIn(app, 'general');
  expect(message?.['text']).toMatch(
    /^<@U0BEN> shares a recording: \*Design review\*, <!date.*>, 32 minutes\.\nKept until <!date.*>/,
  );
  expect(buttonsOf(message)).toEqual(['Get link']);
  expect(JSON.stringify(message)).not.toContain('http');
  expect(toldTo(app, 'ben').at(-1)).toContain('stands in the channel now');

  await app.slack.workspace.action({
    user: 'dana',
    channel: 'general',
    message_ts: String(message?.['ts']),
    action: 'Get link',
  });
  await app.settle();
  const link = urlOf(app.slack.workspace.ephemerals('dana').at(-1), 'Download video (MP4)');
  expect((await fetch(link)).status).toBe(200);
});

test('Slack does not answer at first: shared once, as one press asks for', async () => {
  const app = await listed();
  const list = app.slack.workspace.ephemerals('ben').at(-1);
  await slackFaults(app, { status: 503 });
  const press = { user: 'ben', channel: 'general', message_ts: String(list?.['ts']) };
  await app.slack.workspace.action({ ...press, action: share.button });
  await app.idle();
  expect(sharedIn(app, 'general')).toEqual([]);
  await slackFaults(app, {});
  await app.settle();

  expect(sharedIn(app, 'general')).toHaveLength(1);

  await app.restart();
  await app.settle();
  expect(sharedIn(app, 'general')).toHaveLength(1);
});

test('what was shared is deleted: the shared message says so and has no button left', async () => {
  const app = await listed();
  await clickOn(app, share);

  await clickOn(app, { user: 'ada', channel: 'general', button: 'Delete' });

  const shared = app.slack.workspace
    .messages('general')
    .filter(({ text }) => String(text).includes('shared a recording that is no longer available'));
  expect(texts(shared)).toEqual([expect.stringContaining('*Design review*')]);
  expect(buttonsOf(shared[0])).toEqual([]);
});

test('a list in direct messages offers no sharing: an app has no place between people', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'One to one', { channel: 'D0ADABEN' }));

  expect(buttonsOf(await recordings(app, '', { channel: 'D0ADABEN' }))).toEqual(['Get link', 'Delete']);
});
