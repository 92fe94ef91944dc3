import { describe, expect, test } from 'vitest';
import { ask, buttonBlocks, fieldsOf, payloadOf, slackWorld } from '../support/slack-world.ts';

const MINUTE_MS = 60_000;

/** A world in which Ada has typed a command, and its response URL. */
async function afterCommand() {
  const world = await slackWorld();
  await world.workspace.command({ user: 'ada', channel: 'leads', text: 'Weekly sync' });
  const url = fieldsOf(world.requests[0])['response_url'] ?? '';
  return { ...world, respond: (body: unknown) => ask(url, 'POST', body) };
}

/** A world in which Ben has clicked a button in #general, or on an ephemeral message there, and its response URL. */
async function afterClick(where: 'channel' | 'ephemeral') {
  const world = await slackWorld();
  const { workspace, client } = world;
  await workspace.command({ user: 'ada', channel: 'general', text: '/invite @Roomtone' });
  const content = { channel: 'C0GENERAL', text: 'Ready', blocks: buttonBlocks('Get link', 'r1') };
  const metadata = { event_type: 'roomtone_recording', event_payload: { stage: 'ready' } };
  const ts =
    where === 'channel'
      ? (await client.chat.postMessage({ ...content, metadata })).ts
      : (await client.chat.postEphemeral({ ...content, user: 'U0BEN' })).message_ts;
  await workspace.action({ user: 'ben', channel: 'general', message_ts: ts ?? '', action: 'Get link' });
  const url = payloadOf(world.requests[0])['response_url'];
  return { ...world, ts, respond: (body: unknown) => ask(url, 'POST', body) };
}

test('an answer to a command: only that person sees it, also where the app is not a member', async () => {
  const { workspace, respond } = await afterCommand();

  const answer = await respond({ text: 'Ready', blocks: buttonBlocks('Start as host', 'r1') });

  expect([answer.status, answer.body]).toEqual([200, { ok: true }]);
  expect(workspace.ephemerals('ada')).toMatchObject([
    { channel: 'C0LEADS', user: 'U0ROOMTONE', text: 'Ready', blocks: [{}, { type: 'actions' }] },
  ]);
  expect(workspace.messages('leads')).toEqual([]);
});

test('an answer to a command for the channel: everybody sees it', async () => {
  const { workspace, respond } = await afterCommand();

  await respond({ text: 'Ready', response_type: 'in_channel' });

  expect(workspace.messages('leads')).toMatchObject([{ text: 'Ready' }]);
});

test('an answer to a command that wants to replace: appears as a new message', async () => {
  const { workspace, respond } = await afterCommand();

  await respond({ text: 'Making it' });
  await respond({ text: 'Ready', replace_original: true });

  expect(workspace.ephemerals('ada')).toMatchObject([{ text: 'Making it' }, { text: 'Ready' }]);
});

test('the sixth answer: refused with used_url', async () => {
  const { workspace, respond } = await afterCommand();
  for (const text of ['1', '2', '3', '4', '5']) await respond({ text });

  const sixth = await respond({ text: '6' });

  expect([sixth.status, sixth.body]).toEqual([404, { ok: false, error: 'used_url' }]);
  expect(workspace.ephemerals('ada')).toHaveLength(5);
});

test('an answer after half an hour: refused with expired_url', async () => {
  const { respond, advance } = await afterCommand();

  advance(30 * MINUTE_MS);
  const inTime = await respond({ text: 'x' });
  advance(1);
  const late = await respond({ text: 'x' });

  expect(inTime.status).toBe(200);
  expect([late.status, late.body]).toEqual([404, { ok: false, error: 'expired_url' }]);
});

test('an address nobody was given: no_service', async () => {
  const { ask: askSlack } = await slackWorld();

  const answer = await askSlack('POST', '/commands/T0SANDBOX/1/guess', { text: 'x' });

  expect([answer.status, answer.body]).toEqual([404, { ok: false, error: 'no_service' }]);
});

test.each([
  [{}, 'no_text'],
  [{ text: 'x', blocks: [{ type: 'marquee' }] }, 'invalid_blocks'],
  [{ text: 'x'.repeat(40_001) }, 'msg_too_long'],
  [{ text: 'x', response_type: 'loud' }, 'invalid_arguments'],
])('an answer Slack refuses (%#): status 400 with %s, and it does not count', async (body, error) => {
  const { respond } = await afterCommand();

  for (let refused = 0; refused < 5; refused++) {
    expect(await respond(body)).toMatchObject({ status: 400, body: { ok: false, error } });
  }

  expect(await respond({ text: 'fine' })).toMatchObject({ status: 200 });
});

describe('answers to a click', () => {
  test('replacing a message of the channel: same ts, new content, metadata stays', async () => {
    const { workspace, ts, respond } = await afterClick('channel');

    await respond({ text: 'Deleted', replace_original: true });

    expect(workspace.messages('general').at(-1)).toMatchObject({
      ts,
      text: 'Deleted',
      blocks: [],
      metadata: { event_type: 'roomtone_recording' },
      edited: {},
    });
  });

  test('replacing an ephemeral message: same ts, still for that person alone', async () => {
    const { workspace, ts, respond } = await afterClick('ephemeral');

    await respond({ text: 'Changed', replace_original: true });

    expect(workspace.ephemerals('ben')).toMatchObject([{ ts, text: 'Changed', is_ephemeral: true }]);
  });

  test('deleting the message', async () => {
    const { workspace, respond } = await afterClick('ephemeral');

    await respond({ delete_original: true });

    expect(workspace.ephemerals('ben')).toEqual([]);
  });

  test('saying something without replacing: a new ephemeral message in the thread', async () => {
    const { workspace, ts, respond } = await afterClick('channel');

    await respond({ text: 'Your link', thread_ts: ts });

    expect(workspace.messages('general').at(-1)).toMatchObject({ text: 'Ready' });
    expect(workspace.ephemerals('ben')).toMatchObject([{ text: 'Your link', thread_ts: ts }]);
  });
});
