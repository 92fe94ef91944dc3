import { expect, test } from 'vitest';
import { slackWorld } from '../support/slack-world.ts';

const hello = { channel: 'C0GENERAL', text: 'Hello' };

async function withMessage() {
  const world = await slackWorld();
  const { ts = '' } = await world.client.chat.postMessage(hello);
  return { ...world, ts };
}

test('replies: in the thread, counted at the message they answer', async () => {
  const { client, workspace, ask, ts } = await withMessage();

  await client.chat.postMessage({ ...hello, text: 'One', thread_ts: ts });
  await workspace.message({ user: 'ben', channel: 'general', text: 'Two', thread_ts: ts });

  const [parent, one, two] = workspace.thread('general', ts);
  expect(parent).toMatchObject({
    ts,
    thread_ts: ts,
    reply_count: 2,
    reply_users: ['U0ROOMTONE', 'U0BEN'],
    reply_users_count: 2,
    latest_reply: two?.['ts'],
  });
  expect([one, two]).toMatchObject([
    { text: 'One', thread_ts: ts },
    { text: 'Two', thread_ts: ts },
  ]);
  expect((await ask('GET', `/_sandbox/channels/general/threads/${ts}`)).body).toHaveLength(3);
});

test('a reply to a reply: in the same thread', async () => {
  const { client, workspace, ts } = await withMessage();
  const reply = await client.chat.postMessage({ ...hello, thread_ts: ts });

  await client.chat.postMessage({ ...hello, text: 'Deeper', thread_ts: reply.ts ?? '' });

  expect(workspace.thread('general', ts)).toHaveLength(3);
});

test('a reply for the channel as well: marked as such', async () => {
  const { client, ts } = await withMessage();

  const { message } = await client.chat.postMessage({ ...hello, thread_ts: ts, reply_broadcast: true });

  expect(message).toMatchObject({ subtype: 'thread_broadcast', thread_ts: ts });
});

test('an update of a reply: stays in the thread, and its permalink says which', async () => {
  const { client, url, ts } = await withMessage();
  const reply = await client.chat.postMessage({ ...hello, thread_ts: ts });
  const update = { channel: 'C0GENERAL', ts: reply.ts ?? '', text: 'Changed' };

  const updated = await client.chat.update(update);
  const { permalink } = await client.chat.getPermalink({ channel: 'C0GENERAL', message_ts: update.ts });

  expect(updated.message).toMatchObject({ text: 'Changed', thread_ts: ts });
  expect(permalink).toBe(
    `${url}/archives/C0GENERAL/p${update.ts.replace('.', '')}?thread_ts=${ts}&cid=C0GENERAL`,
  );
});

test.each([
  ['of a message that is not there', '1700000000.000100', 'thread_not_found'],
  ['that is no ts', 'now', 'invalid_thread_ts'],
  ['that is empty', '', 'invalid_thread_ts'],
])('a thread %s: refused', async (_what, thread_ts, error) => {
  const { client, workspace } = await withMessage();
  workspace.join('general', '@Roomtone');

  const post = client.apiCall('chat.postMessage', { ...hello, thread_ts });
  await expect(post).rejects.toMatchObject({ data: { error } });
  const whisper = client.apiCall('chat.postEphemeral', { ...hello, user: 'U0ADA', thread_ts });

  await expect(whisper).rejects.toMatchObject({ data: { error } });
});

test('a deleted message with replies: a tombstone, nothing to update', async () => {
  const { client, workspace, ts } = await withMessage();
  await client.chat.postMessage({ ...hello, text: 'Reply', thread_ts: ts });

  await client.chat.delete({ channel: 'C0GENERAL', ts });
  await client.chat.postMessage({ ...hello, text: 'Another', thread_ts: ts });
  const update = client.chat.update({ ...hello, ts });

  await expect(update).rejects.toMatchObject({ data: { error: 'message_not_found' } });
  expect(workspace.thread('general', ts)).toMatchObject([
    { subtype: 'tombstone', text: 'This message was deleted.' },
    { text: 'Reply' },
    { text: 'Another' },
  ]);
});

test('a slash command in a thread: Slack itself says no', async () => {
  const { workspace, requests, ts } = await withMessage();

  await workspace.message({ user: 'ada', channel: 'general', text: '/meet Weekly', thread_ts: ts });

  expect(requests).toEqual([]);
  expect(workspace.ephemerals('ada')).toMatchObject([
    { text: '/meet is not supported in threads. Sorry!', thread_ts: ts },
  ]);
});
