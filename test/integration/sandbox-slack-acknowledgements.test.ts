import { expect, test } from 'vitest';
import { slackWorld } from '../support/slack-world.ts';

const meet = { user: 'U0ADA', channel: 'C0GENERAL', text: 'Design review' };

test.each<[string, string, object]>([
  ['text/plain', 'Making the room.', { text: 'Making the room.', blocks: [] }],
  [
    'application/json',
    '{"text":"Making it","blocks":[{"type":"divider"}]}',
    { text: 'Making it', blocks: [{ type: 'divider' }] },
  ],
])('an acknowledgement with content (%s): shown to that person alone', async (type, body, shown) => {
  const { workspace, replyWith } = await slackWorld();
  replyWith((response) => response.setHeader('content-type', type).end(body));

  await workspace.command(meet);

  expect(workspace.ephemerals('ada')).toMatchObject([{ user: 'U0ROOMTONE', channel: 'C0GENERAL', ...shown }]);
  expect(workspace.messages('general')).toEqual([]);
});

test('an acknowledgement for the channel: everybody sees it', async () => {
  const { workspace, replyWith } = await slackWorld();
  replyWith((response) => response.end('{"response_type":"in_channel","text":"Here"}'));

  await workspace.command(meet);

  expect(workspace.messages('general')).toMatchObject([{ text: 'Here' }]);
  expect(workspace.ephemerals('ada')).toEqual([]);
});

test('an acknowledgement with blocks Slack refuses: the person hears that it failed', async () => {
  const { workspace, replyWith } = await slackWorld();
  replyWith((response) => response.end('{"text":"x","blocks":[{"type":"marquee"}]}'));

  await workspace.command(meet);

  expect(workspace.ephemerals('ada')).toMatchObject([
    { text: '/meet failed with the error "invalid_blocks"' },
  ]);
});

test('an app that does not answer in time: operation_timeout', async () => {
  const { workspace, replyWith, traffic } = await slackWorld({ requestTimeoutMs: 50 });
  replyWith(() => {});

  const result = await workspace.command(meet);

  expect(result).toEqual({ ok: false, status: 0 });
  expect(workspace.ephemerals('ada')).toMatchObject([
    { user: 'USLACKBOT', text: '/meet failed with the error "operation_timeout"' },
  ]);
  expect(traffic.recent()).toMatchObject([
    { title: 'Slash command /meet', status: 0, note: 'operation_timeout' },
  ]);
});

test('an app that fails or is down: dispatch_failed', async () => {
  const { workspace, replyWith, stopApp } = await slackWorld();
  replyWith((response) => response.writeHead(500).end('text that nobody sees'));

  const failed = await workspace.command(meet);
  await stopApp();
  const down = await workspace.command(meet);

  expect([failed, down]).toEqual([
    { ok: false, status: 500 },
    { ok: false, status: 0 },
  ]);
  const told = { text: '/meet failed with the error "dispatch_failed"' };
  expect(workspace.ephemerals('ada')).toMatchObject([told, told]);
});
