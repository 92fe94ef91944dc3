import { expect, test } from 'vitest';
import type { WorkspaceView } from '../../src/sandbox/protocol.ts';
import { ask, buttonBlocks, fieldsOf, slackWorld } from '../support/slack-world.ts';

test('one command, one click, one post, one answer: each listed, nothing secret', async () => {
  const { workspace, client, traffic, requests } = await slackWorld();
  await workspace.command({ user: 'ada', channel: 'general', text: 'Design review' });
  const responseUrl = fieldsOf(requests[0])['response_url'] ?? '';
  const { ts = '' } = await client.chat.postMessage({
    channel: 'C0GENERAL',
    text: 'Ready',
    blocks: buttonBlocks('Get link', 'r1'),
  });
  await workspace.action({ user: 'ada', channel: 'general', message_ts: ts, action: 'Get link' });
  await ask(responseUrl, 'POST', { text: 'http://s3/a.mp4?Expires=1&Signature=abc' });

  const [, id, secret] = /(\d+)\/([\w-]+)$/.exec(responseUrl) ?? [];
  expect(traffic.recent()).toMatchObject([
    {
      kind: 'slack-request',
      title: 'Slash command /meet',
      method: 'POST',
      path: '/slack/events',
      status: 200,
      body: { text: 'Design review', token: '•••', response_url: expect.stringMatching(/•••$/) },
    },
    {
      kind: 'slack-api',
      title: 'chat.postMessage',
      path: '/api/chat.postMessage',
      body: { channel: 'C0GENERAL', blocks: [{ type: 'section' }, { type: 'actions' }] },
    },
    { kind: 'slack-request', title: 'Click on Get link', body: { actions: [{ value: 'r1' }] } },
    {
      title: 'response_url',
      path: `/commands/T0SANDBOX/${id}/•••`,
      body: { text: 'http://s3/a.mp4?Expires=1&Signature=•••' },
    },
  ]);
  const shown = JSON.stringify(traffic.recent());
  expect(shown).not.toContain('xoxb-sandbox-token');
  expect(shown).not.toContain(secret);
});

test('a refused call: listed with Slack’s error', async () => {
  const { client, traffic } = await slackWorld();

  await client.chat.postMessage({ channel: 'C0NOPE', text: 'x' }).catch(() => {});

  expect(traffic.recent()).toMatchObject([{ status: 200, note: 'channel_not_found' }]);
});

test('deliveries: how often each callback came and how many messages it made', async () => {
  const { client, traffic, ask: askSlack } = await slackWorld();
  const callback = (event: string, recordingId: string) =>
    traffic.add({
      kind: 'callback',
      title: event,
      method: 'POST',
      path: '/callbacks/meetings/•••',
      status: 204,
      durationMs: 1,
      body: { event, recording_id: recordingId, session_id: 's' },
    });
  const post = (stage: string, text: string) =>
    client.chat.postMessage({
      channel: 'C0GENERAL',
      text,
      metadata: { event_type: 'roomtone_recording', event_payload: { stage, recording_id: 'rec-1' } },
    });

  for (let delivery = 0; delivery < 10; delivery++) callback('recording:uploaded', 'rec-1');
  callback('recording:ended', 'rec-1');
  callback('recording:started', '9f6fe8ae-3458-4a72-b532-8276d5533e97');
  traffic.add({
    kind: 'callback',
    title: 'archive available',
    method: 'POST',
    path: '/callbacks/video/•••',
    status: 200,
    durationMs: 1,
    body: { event: 'archive', id: 'rec-1', status: 'available', sessionId: 's' },
  });
  await post('started', 'Recording started in *R&amp;D*');
  await post('ready', 'Recording ready: *R&amp;D*, 22 Nov');
  const { body } = await askSlack('GET', '/_sandbox/view.json?as=U0ADA');

  expect(body.deliveries).toEqual([
    { event: 'recording:uploaded', recordingId: 'rec-1', title: 'R&D', received: 10, posted: 1 },
    { event: 'recording:ended', recordingId: 'rec-1', title: 'rec-1', received: 1, posted: 0 },
    {
      event: 'recording:started',
      recordingId: '9f6fe8ae-3458-4a72-b532-8276d5533e97',
      title: '9f6fe8ae',
      received: 1,
      posted: 0,
    },
    { event: 'archive available', recordingId: 'rec-1', title: 'R&D', received: 1, posted: 1 },
  ]);
});

test('live updates: the view at once, then a burst of changes together', async () => {
  const { url, client } = await slackWorld();
  const stream = await fetch(`${url}/_sandbox/view?as=U0ADA`);
  const views = readViews(stream);

  const first = await views.next();
  await Promise.all(['a', 'b', 'c'].map((text) => client.chat.postMessage({ channel: 'C0GENERAL', text })));
  let latest = await views.next();
  while (latest.value && latest.value.messages.length < 4) latest = await views.next();

  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  expect(first.value?.messages).toHaveLength(1);
  const news = latest.value?.messages.slice(1).map(({ text }) => text);
  expect(news?.toSorted()).toEqual(['a', 'b', 'c']);
  await views.return();
});

test('live updates of somebody who is not there: 404', async () => {
  const { ask: askSlack } = await slackWorld();

  expect((await askSlack('GET', '/_sandbox/view?as=zoe')).status).toBe(404);
});

async function* readViews(stream: Response): AsyncGenerator<WorkspaceView, void> {
  let text = '';
  for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const events = (text + chunk).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ')) yield JSON.parse(event.slice('data: '.length));
    }
  }
}
