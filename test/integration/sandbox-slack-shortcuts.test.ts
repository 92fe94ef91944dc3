import { expect, test } from 'vitest';
import { fullManifest, roomDialog } from '../support/dialog-samples.ts';
import { ask, payloadOf, slackWorld } from '../support/slack-world.ts';

async function withMessage() {
  const world = await slackWorld({ manifest: fullManifest });
  await world.workspace.message({ user: 'ben', channel: 'general', text: 'Shall we talk?' });
  return { ...world, ts: String(world.workspace.messages('general')[0]?.['ts']) };
}

test('a global shortcut: no channel, but a trigger for a dialog', async () => {
  const { workspace, client, requests } = await withMessage();

  const result = await workspace.shortcut({ user: 'ada', shortcut: 'New meeting room' });
  const payload = payloadOf(requests[0]);
  await client.apiCall('views.open', { trigger_id: payload.trigger_id, view: roomDialog() });

  expect(result).toEqual({ ok: true, status: 200 });
  expect(payload).toEqual({
    type: 'shortcut',
    callback_id: 'room.new',
    token: expect.any(String),
    api_app_id: 'A0ROOMTONE',
    user: { id: 'U0ADA', username: 'ada', name: 'ada', team_id: 'T0SANDBOX' },
    team: { id: 'T0SANDBOX', domain: 'sandbox' },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: expect.any(String),
    action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
  });
  expect(workspace.openDialog('ada')).toMatchObject({ callback_id: 'room.create' });
});

test('a message shortcut: with the message, its channel and a response URL', async () => {
  const { workspace, requests, ts } = await withMessage();
  const place = { user: 'ada', channel: 'general', message_ts: ts };

  await workspace.messageShortcut({ ...place, shortcut: 'room.here' });
  const payload = payloadOf(requests[0]);
  await ask(payload.response_url, 'POST', { text: 'On it.' });

  expect(payload).toMatchObject({
    type: 'message_action',
    callback_id: 'room.here',
    message_ts: ts,
    channel: { id: 'C0GENERAL', name: 'general' },
    message: { type: 'message', user: 'U0BEN', ts, text: 'Shall we talk?' },
    trigger_id: expect.any(String),
  });
  expect(workspace.ephemerals('ada')).toMatchObject([{ text: 'On it.' }]);
});

test('an app that does not answer: the person is told', async () => {
  const { workspace, replyWith, ts } = await withMessage();
  replyWith((response) => response.writeHead(500).end());

  await workspace.messageShortcut({ user: 'ada', channel: 'general', message_ts: ts, shortcut: 'room.here' });

  expect(workspace.ephemerals('ada')).toMatchObject([{ text: '⚠️ Roomtone did not respond. Try again.' }]);
});

test.each([
  [
    'that is not there',
    { shortcut: 'nope' },
    404,
    'no global shortcut "nope"; there is: "New meeting room" (room.new)',
  ],
  ['of a message, without one', { shortcut: 'room.here' }, 404, 'no global shortcut'],
  ['by somebody of another workspace', { user: 'frida' }, 403, 'Frida is of another workspace'],
  ['by somebody whose account is switched off', { user: 'emil' }, 403, 'the account of Emil is deactivated'],
  [
    'on a message that is not there',
    { shortcut: 'room.here', channel: 'general', message_ts: '1.000000' },
    404,
    'no message 1.000000',
  ],
])('a scripted shortcut %s: refused with the reason', async (_what, wrong, status, error) => {
  const world = await withMessage();

  const answer = await world.ask('POST', '/_sandbox/shortcut', {
    user: 'ada',
    shortcut: 'room.new',
    ...wrong,
  });

  expect(answer).toMatchObject({ status, body: { ok: false, error: expect.stringContaining(error) } });
  expect(world.requests).toEqual([]);
});

test('somebody of another workspace: clicks reach the app with their team, commands do not', async () => {
  const { workspace, client, requests } = await withMessage();
  const button = { type: 'button', action_id: 'join', text: { type: 'plain_text', text: 'Join' } };
  const blocks = [{ type: 'actions', elements: [button] }];
  const { ts = '' } = await client.chat.postMessage({ channel: 'C0PARTNERS', text: 'Room', blocks });

  await workspace.command({ user: 'frida', channel: 'partners', text: '/meet' });
  await workspace.action({ user: 'frida', channel: 'partners', message_ts: ts, action: 'Join' });

  expect(workspace.ephemerals('frida')).toMatchObject([{ text: '/meet is not a valid command.' }]);
  expect(requests.map(payloadOf)).toMatchObject([
    { type: 'block_actions', user: { id: 'U0FRIDA', team_id: 'T0PARTNER' }, team: { id: 'T0SANDBOX' } },
  ]);
});
