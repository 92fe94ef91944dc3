import { expect, test } from 'vitest';
import { buttonBlocks, payloadOf, signatureFor, slackWorld } from '../support/slack-world.ts';

async function withButtons(blocks = buttonBlocks('Get link', 'r1')) {
  const world = await slackWorld();
  const posted = await world.client.chat.postMessage({ channel: 'C0GENERAL', text: 'Ready', blocks });
  return { ...world, ts: posted.ts ?? '' };
}

test('a click on a message of the channel: one signed payload with the message and the button', async () => {
  const { workspace, requests, ts, url } = await withButtons();

  const result = await workspace.action({
    user: 'ben',
    channel: '#general',
    message_ts: ts,
    action: 'Get link',
  });

  const [request] = requests;
  expect(result).toEqual({ ok: true, status: 200 });
  expect(request?.headers['x-slack-signature']).toBe(request && signatureFor(request));
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(payloadOf(request)).toEqual({
    type: 'block_actions',
    user: { id: 'U0BEN', username: 'ben', name: 'ben', team_id: 'T0SANDBOX' },
    api_app_id: 'A0ROOMTONE',
    token: expect.any(String),
    container: { type: 'message', message_ts: ts, channel_id: 'C0GENERAL', is_ephemeral: false },
    trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
    team: { id: 'T0SANDBOX', domain: 'sandbox' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: 'C0GENERAL', name: 'general' },
    message: workspace.messages('general')[0],
    state: { values: {} },
    response_url: expect.stringMatching(RegExp(`^${url}/actions/T0SANDBOX/\\d+/[\\w-]{24}$`)),
    actions: [
      {
        type: 'button',
        action_id: 'recording.get-link',
        block_id: expect.any(String),
        text: { type: 'plain_text', text: 'Get link' },
        value: 'r1',
        action_ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
      },
    ],
  });
  expect(workspace.ephemerals('ben')).toEqual([]);
});

test('a click on an ephemeral message: no message body, and the app is told it is ephemeral', async () => {
  const { workspace, requests, replyWith } = await slackWorld();
  replyWith((response) =>
    response.end(JSON.stringify({ text: 'x', blocks: buttonBlocks('Try again', 'k') })),
  );
  await workspace.command({ user: 'ada', channel: 'leads', text: 'Weekly sync' });
  const ts = String(workspace.ephemerals('ada')[0]?.['ts']);
  replyWith((response) => response.end());

  await workspace.action({ user: 'ada', channel: 'leads', message_ts: ts, action: 'recording.get-link' });

  const payload = payloadOf(requests[1]);
  expect(payload).toMatchObject({
    container: { message_ts: ts, channel_id: 'C0LEADS', is_ephemeral: true },
    channel: { id: 'C0LEADS', name: 'privategroup' },
    actions: [{ value: 'k' }],
  });
  expect(payload).not.toHaveProperty('message');
});

test('a click in a thread: the app is told which', async () => {
  const { workspace, client, requests, ts: parent } = await withButtons();
  const reply = { channel: 'C0GENERAL', text: 'Reply', thread_ts: parent, blocks: buttonBlocks('Join', 'j') };
  const { ts = '' } = await client.chat.postMessage(reply);

  await workspace.action({ user: 'ada', channel: 'general', message_ts: ts, action: 'Join' });

  expect(payloadOf(requests[0])['container']).toMatchObject({ message_ts: ts, thread_ts: parent });
});

test('several buttons alike: the value tells which', async () => {
  const blocks = [...buttonBlocks('Get link', 'r1'), ...buttonBlocks('Get link', 'r2')];
  const { workspace, requests, ts } = await withButtons(blocks);
  const click = { user: 'ada', channel: 'general', message_ts: ts, action: 'Get link' };

  await workspace.action({ ...click, value: 'r2' });
  await workspace.action(click);

  expect(requests.map((request) => payloadOf(request).actions[0].value)).toEqual(['r2', 'r1']);
});

test('a button beside a section: clicked like any other', async () => {
  const accessory = { type: 'button', action_id: 'room.join', text: { type: 'plain_text', text: 'Join' } };
  const { workspace, requests, ts } = await withButtons([
    { type: 'section', text: { type: 'mrkdwn', text: 'Room' }, accessory } as never,
  ]);

  await workspace.action({ user: 'ada', channel: 'general', message_ts: ts, action: 'Join' });

  expect(payloadOf(requests[0]).actions).toMatchObject([accessory]);
});

test('a click the app does not take: only that person sees a warning', async () => {
  const { workspace, replyWith, ts } = await withButtons();
  replyWith((response) => response.writeHead(500).end());

  const result = await workspace.action({
    user: 'ben',
    channel: 'general',
    message_ts: ts,
    action: 'Get link',
  });

  expect(result).toEqual({ ok: false, status: 500 });
  expect(workspace.ephemerals('ben')).toMatchObject([
    { user: 'USLACKBOT', text: '⚠️ Roomtone did not respond. Try again.' },
  ]);
});
