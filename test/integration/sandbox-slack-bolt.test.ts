import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver, LogLevel } from '@slack/bolt';
import type { HomeView, ModalView } from '@slack/types';
import { expect, onTestFinished, test } from 'vitest';
import { fullManifest, homeView, roomDialog } from '../support/dialog-samples.ts';
import { slackWorld } from '../support/slack-world.ts';

/** The local Slack with a small app of Slack's own framework behind it, which notes what it understood. */
async function withBolt() {
  const understood: string[] = [];
  let origin = '';
  const world = await slackWorld({ manifest: fullManifest, appUrl: () => origin });
  const receiver = new ExpressReceiver({
    signingSecret: 'sandbox-signing-secret',
    processBeforeResponse: true,
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    receiver,
    authorize: async ({ teamId = 'none' }) => ({
      botToken: 'xoxb-sandbox-token',
      botId: 'B0ROOMTONE',
      teamId,
    }),
    clientOptions: { slackApiUrl: world.apiUrl },
    logLevel: LogLevel.ERROR,
  });
  listen(app, understood);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => void (await app.stop()));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { ...world, understood };
}

function listen(app: App, understood: string[]): void {
  const view = roomDialog({ notify_on_close: true }) as ModalView;
  app.command('/meet', async ({ ack, body, client }) => {
    await client.views.open({ trigger_id: body.trigger_id, view });
    await ack();
  });
  app.shortcut({ type: 'shortcut', callback_id: 'room.new' }, async ({ ack, shortcut, context }) => {
    understood.push(`shortcut ${shortcut.user.id} ${context.teamId}`);
    await ack();
  });
  app.shortcut({ type: 'message_action', callback_id: 'room.here' }, async ({ ack, shortcut, respond }) => {
    if (shortcut.type !== 'message_action') return;
    understood.push(`message shortcut ${shortcut.message.text} in ${shortcut.channel.name}`);
    await respond('On it.');
    await ack();
  });
  app.view('room.create', async ({ ack, view: { state } }) => {
    const title = state.values['title']?.['text']?.value;
    understood.push(`submission ${title}`);
    if (title === 'Taken') await ack({ response_action: 'errors', errors: { title: 'Use another title.' } });
    else await ack();
  });
  app.view({ type: 'view_closed', callback_id: 'room.create' }, async ({ ack, body }) => {
    understood.push(`closed ${body.type}`);
    await ack();
  });
  app.action('choice', async ({ ack, body }) => {
    understood.push(`action ${body.type}`);
    await ack();
  });
  app.event('app_home_opened', async ({ event, client }) => {
    understood.push(`home ${event.user} ${event.tab}`);
    await client.views.publish({ user_id: event.user, view: homeView() as HomeView });
  });
}

test('Bolt understands everything the local Slack sends, and its answers are followed', async () => {
  const { workspace, understood } = await withBolt();
  const ada = { user: 'ada', channel: 'general' };

  await workspace.command({ ...ada, text: '/meet' });
  await workspace.viewAction({
    user: 'ada',
    view: String(workspace.openDialog('ada')['id']),
    action: 'Kind',
    value: 'long_term',
  });
  const refused = await workspace.submitView('ada', { Title: 'Taken' });
  await workspace.submitView('ada', { Title: 'Weekly sync' });
  await workspace.command({ ...ada, text: '/meet' });
  await workspace.closeView({ user: 'ada' });
  await workspace.shortcut({ user: 'ada', shortcut: 'room.new' });
  await workspace.message({ ...ada, text: 'Shall we talk?' });
  const message_ts = String(workspace.messages('general')[0]?.['ts']);
  await workspace.messageShortcut({ ...ada, message_ts, shortcut: 'room.here' });
  await workspace.openHome('ada');

  expect(understood).toEqual([
    'action block_actions',
    'submission Taken',
    'submission Weekly sync',
    'closed view_closed',
    'shortcut U0ADA T0SANDBOX',
    'message shortcut Shall we talk? in general',
    'home U0ADA home',
  ]);
  expect(refused).toMatchObject({ ok: false, errors: { title: 'Use another title.' } });
  expect(workspace.views('ada')).toEqual([]);
  expect(workspace.ephemerals('ada')).toMatchObject([{ text: 'On it.' }]);
  expect(workspace.home('ada')).toMatchObject({ callback_id: 'home' });
});
