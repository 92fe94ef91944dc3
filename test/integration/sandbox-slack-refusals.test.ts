import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { ask, slackWorld } from '../support/slack-world.ts';

type World = Awaited<ReturnType<typeof slackWorld>>;

const hello = { channel: 'C0GENERAL', text: 'Hello' };

describe('what Slack refuses', () => {
  const post =
    (channel: string, more: object = {}) =>
    ({ client }: World) =>
      client.apiCall('chat.postMessage', { channel, text: 'Hello', ...more });
  const update =
    (more: object) =>
    async ({ client, workspace }: World) => {
      await workspace.message({ user: 'ada', channel: 'general', text: 'mine' });
      const { ts } = await client.chat.postMessage(hello);
      return client.apiCall('chat.update', { channel: 'C0GENERAL', ts, text: 'x', ...more });
    };
  const touchAda =
    (method: string) =>
    async ({ client, workspace }: World) => {
      await workspace.message({ user: 'ada', channel: 'general', text: 'mine' });
      const ts = workspace.messages('general')[0]?.['ts'];
      return client.apiCall(method, { channel: 'C0GENERAL', ts, text: 'x' });
    };
  const call =
    (method: string, args: Record<string, unknown>) =>
    ({ client }: World) =>
      client.apiCall(method, args);

  test.each<[string, string, (world: World) => Promise<unknown>]>([
    ['posting to an unknown channel', 'channel_not_found', post('C0NOPE')],
    ['posting to a private channel without the app', 'channel_not_found', post('C0LEADS')],
    ['posting to people’s direct messages', 'channel_not_found', post('D0ADABEN')],
    ['posting to a group message', 'channel_not_found', post('G0TRIO')],
    ['posting to the app itself', 'channel_not_found', post('U0ROOMTONE')],
    ['posting to an archived channel', 'is_archived', post('C0OLD')],
    ['posting nothing', 'no_text', post('C0GENERAL', { text: '' })],
    ['posting 40,001 characters', 'msg_too_long', post('C0GENERAL', { text: 'x'.repeat(40_001) })],
    [
      'metadata without a payload',
      'invalid_metadata_format',
      post('C0GENERAL', { metadata: { event_type: 'a' } }),
    ],
    ['metadata that is no JSON', 'invalid_metadata_format', post('C0GENERAL', { metadata: '{nope' })],
    ['blocks that are no list', 'invalid_blocks_format', post('C0GENERAL', { blocks: '{}' })],
    ['updating with 4,001 bytes', 'msg_too_long', update({ text: `${'ä'.repeat(2000)}x` })],
    ['updating what is not there', 'message_not_found', update({ ts: '1.000000' })],
    ['updating a person’s message', 'cant_update_message', touchAda('chat.update')],
    ['deleting a person’s message', 'cant_delete_message', touchAda('chat.delete')],
    [
      'linking to what is not there',
      'message_not_found',
      call('chat.getPermalink', { channel: 'C0GENERAL', message_ts: '1.0' }),
    ],
    [
      'a private word where the app is not',
      'not_in_channel',
      call('chat.postEphemeral', { ...hello, user: 'U0ADA' }),
    ],
    [
      'reading about people’s direct messages',
      'channel_not_found',
      call('conversations.info', { channel: 'D0ADABEN' }),
    ],
    [
      'members of a channel without the app',
      'channel_not_found',
      call('conversations.members', { channel: 'C0LEADS' }),
    ],
    [
      'a page that does not exist',
      'invalid_cursor',
      call('conversations.members', { channel: 'C0GENERAL', cursor: 'nope' }),
    ],
    ['opening with nobody', 'user_not_found', call('conversations.open', { users: 'U0NOBODY' })],
    ['opening with itself', 'cannot_dm_bot', call('conversations.open', { users: 'U0ROOMTONE' })],
    ['a person who is not here', 'user_not_found', call('users.info', { user: 'U0NOBODY' })],
    ['a method that is not there', 'unknown_method', call('chat.nope', {})],
    ['a missing argument', 'invalid_arguments', call('chat.update', { text: 'x' })],
  ])('%s: %s', async (_what, code, attempt) => {
    const world = await slackWorld();

    await expect(attempt(world)).rejects.toMatchObject({ data: { ok: false, error: code } });
  });
});

test.each([
  ['conversations.history', { channel: 'C0GENERAL' }, 'channels:history'],
  ['reactions.add', { channel: 'C0GENERAL' }, 'reactions:write'],
  ['conversations.open', { users: 'U0ADA,U0BEN' }, 'mpim:write'],
  ['conversations.info', { channel: 'D0ADAAPP' }, 'im:read'],
])('%s with %o: missing_scope, and which', async (method, args, needed) => {
  const { client } = await slackWorld();
  await client.conversations.open({ users: 'U0ADA' });

  await expect(client.apiCall(method, args)).rejects.toMatchObject({
    data: { error: 'missing_scope', needed, provided: expect.stringContaining('chat:write.public') },
  });
});

test('a private word to somebody who is not in the channel: user_not_in_channel', async () => {
  const { client, workspace } = await slackWorld();
  await workspace.command({ user: 'ada', channel: 'leads', text: '/invite @Roomtone' });

  await expect(
    client.chat.postEphemeral({ channel: 'C0LEADS', user: 'U0DANA', text: 'Hello' }),
  ).rejects.toMatchObject({ data: { error: 'user_not_in_channel' } });
});

test('a missing argument: which one, in Slack’s words', async () => {
  const { client } = await slackWorld();

  await expect(client.apiCall('chat.getPermalink', { channel: 'C0GENERAL' })).rejects.toMatchObject({
    data: {
      response_metadata: { messages: ['[ERROR] missing required field: message_ts [json-pointer:]'] },
    },
  });
});

test('a wrong token: invalid_auth; none: not_authed; both with HTTP 200', async () => {
  const { apiUrl } = await slackWorld();
  const stranger = new WebClient('xoxb-wrong', { slackApiUrl: apiUrl, retryConfig: { retries: 0 } });

  await expect(stranger.auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  expect(await ask(`${apiUrl}auth.test`, 'POST', {})).toMatchObject({
    status: 200,
    body: { ok: false, error: 'not_authed' },
  });
});

test('a body that is no JSON: invalid_json', async () => {
  const { apiUrl } = await slackWorld();

  const response = await fetch(`${apiUrl}auth.test`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });

  expect([response.status, await response.json()]).toEqual([200, { ok: false, error: 'invalid_json' }]);
});
