import { expect, test } from 'vitest';
import { slackWorld } from '../support/slack-world.ts';

const hello = { channel: 'C0GENERAL', text: 'Hello' };

test('chat.postMessage in a public channel the app is not in: posted as the app, metadata kept', async () => {
  const { client, workspace } = await slackWorld();
  const metadata = { event_type: 'roomtone_recording', event_payload: { stage: 'started' } };

  const answer = await client.chat.postMessage({ ...hello, metadata });

  const message = {
    type: 'message',
    ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
    channel: 'C0GENERAL',
    user: 'U0ROOMTONE',
    bot_id: 'B0ROOMTONE',
    app_id: 'A0ROOMTONE',
    team: 'T0SANDBOX',
    text: 'Hello',
    blocks: [],
    metadata,
  };
  expect(answer.message).toEqual(message);
  expect(workspace.messages('general')).toEqual([message]);
});

test('chat.postMessage to a person: goes to the direct messages with them', async () => {
  const { client, workspace } = await slackWorld();

  const answer = await client.chat.postMessage({ channel: 'U0BEN', text: 'Psst' });

  expect(answer.channel).toBe('D0BENAPP');
  expect(workspace.messages('D0BENAPP')).toMatchObject([{ text: 'Psst' }]);
});

test('chat.postMessage as JSON with a charset: understood like a form', async () => {
  const { apiUrl, workspace } = await slackWorld();

  const response = await fetch(`${apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      authorization: 'Bearer xoxb-sandbox-token',
    },
    body: JSON.stringify({ ...hello, blocks: [{ type: 'divider', block_id: 'line' }] }),
  });

  expect(await response.json()).toMatchObject({ ok: true });
  expect(workspace.messages('general')).toMatchObject([{ blocks: [{ type: 'divider', block_id: 'line' }] }]);
});

test('chat.postMessage with the token in the form: accepted', async () => {
  const { apiUrl } = await slackWorld();

  const response = await fetch(`${apiUrl}chat.postMessage`, {
    method: 'POST',
    body: new URLSearchParams({ ...hello, token: 'xoxb-sandbox-token' }),
  });

  expect(await response.json()).toMatchObject({ ok: true });
});

test('blocks without ids: the blocks and their buttons get some', async () => {
  const { client, workspace } = await slackWorld();
  const button = { type: 'button' as const, text: { type: 'plain_text' as const, text: 'Go' } };

  await client.chat.postMessage({ ...hello, blocks: [{ type: 'actions', elements: [button] }] });

  const id = expect.stringMatching(/^[\w-]{5}$/);
  expect(workspace.messages('general')).toMatchObject([
    { blocks: [{ block_id: id, elements: [{ ...button, action_id: id }] }] },
  ]);
});

test('chat.update: new text and blocks under the same ts, marked as edited; metadata stays unless emptied', async () => {
  const { client, workspace } = await slackWorld();
  const metadata = { event_type: 'roomtone_recording', event_payload: { stage: 'ready' } };
  const { ts = '' } = await client.chat.postMessage({ ...hello, metadata });

  await client.chat.update({ channel: 'C0GENERAL', ts, text: 'Changed', blocks: [{ type: 'divider' }] });
  const changed = workspace.messages('general');
  await client.chat.update({
    channel: 'C0GENERAL',
    ts,
    text: 'Again',
    metadata: {} as typeof metadata,
  });

  expect(changed).toMatchObject([
    { ts, text: 'Changed', blocks: [{ type: 'divider' }], metadata, edited: { user: 'U0ROOMTONE' } },
  ]);
  expect(workspace.messages('general')).toMatchObject([{ text: 'Again', blocks: [{ type: 'divider' }] }]);
  expect(workspace.messages('general')[0]).not.toHaveProperty('metadata');
});

test('chat.delete: the message is gone', async () => {
  const { client, workspace } = await slackWorld();
  const { ts = '' } = await client.chat.postMessage(hello);

  await client.chat.delete({ channel: 'C0GENERAL', ts });

  expect(workspace.messages('general')).toEqual([]);
});

test('chat.getPermalink: an address that leads to the page and to the message on it', async () => {
  const { client, url } = await slackWorld();
  const { ts = '' } = await client.chat.postMessage(hello);

  const { permalink = '' } = await client.chat.getPermalink({ channel: 'C0GENERAL', message_ts: ts });
  const page = await fetch(permalink, { redirect: 'manual' });

  expect(permalink).toBe(`${url}/archives/C0GENERAL/p${ts.replace('.', '')}`);
  expect([page.status, page.headers.get('location')]).toEqual([302, `/#channel=C0GENERAL&message=${ts}`]);
});

test('chat.postEphemeral where both are members: only that person sees it', async () => {
  const { client, workspace } = await slackWorld();
  await workspace.command({ user: 'ada', channel: 'leads', text: '/invite @Roomtone' });

  const answer = await client.chat.postEphemeral({ channel: 'C0LEADS', user: 'U0BEN', text: 'For you' });

  expect(workspace.ephemerals('ben')).toMatchObject([{ ts: answer.message_ts, text: 'For you' }]);
  expect(workspace.ephemerals('ada')).toEqual([]);
  expect(workspace.messages('leads')).toHaveLength(1);
});
