import { expect, test } from 'vitest';
import { fullManifest } from '../support/dialog-samples.ts';
import { slackWorld } from '../support/slack-world.ts';

const hello = { channel: 'C0GENERAL', text: 'Hello' };
const world = () => slackWorld({ manifest: fullManifest });

test('archiving a channel: nobody can write, the app hears of it; unarchiving undoes it', async () => {
  const { workspace, client, requests } = await world();

  await workspace.archive('general');
  const archived = client.chat.postMessage(hello);
  await expect(archived).rejects.toMatchObject({ data: { error: 'is_archived' } });
  const info = await client.conversations.info({ channel: 'C0GENERAL' });
  await workspace.unarchive('general');
  await client.chat.postMessage(hello);

  expect(info.channel).toMatchObject({ is_archived: true, is_member: false });
  expect(requests.map(({ body }) => JSON.parse(body).event)).toMatchObject([
    { type: 'channel_archive', channel: 'C0GENERAL' },
  ]);
  expect(workspace.messages('general')).toHaveLength(1);
});

test('renaming a channel: found under its new name', async () => {
  const { workspace, client, requests } = await world();

  await workspace.rename('design', 'product');

  expect((await client.conversations.info({ channel: 'C0DESIGN' })).channel).toMatchObject({
    name: 'product',
  });
  expect(JSON.parse(requests[0]?.body ?? '').event).toMatchObject({
    type: 'channel_rename',
    channel: { id: 'C0DESIGN', name: 'product' },
  });
  expect(workspace.messages('product')).toEqual([]);
});

test.each([
  ['made private', async ({ workspace }) => workspace.makePrivate('general')],
  ['deleted', async ({ workspace }) => workspace.deleteChannel('general')],
] satisfies [string, (world: Awaited<ReturnType<typeof slackWorld>>) => Promise<void>][])(
  'a channel that is %s: gone for an app that is not in it',
  async (_what, change) => {
    const slack = await world();
    await change(slack);

    const info = slack.client.conversations.info({ channel: 'C0GENERAL' });

    await expect(info).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
  },
);

test('the app is removed from a private channel: it hears of it and knows it no more', async () => {
  const { workspace, client } = await world();
  workspace.join('leads', '@Roomtone');
  await client.chat.postMessage({ ...hello, channel: 'C0LEADS' });

  await workspace.leave('leads', '@Roomtone');

  const post = client.chat.postMessage({ ...hello, channel: 'C0LEADS' });
  await expect(post).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
});

test('a former member: sees nothing of the channel any more', async () => {
  const { workspace, client, ask } = await world();
  await client.chat.postMessage({ ...hello, channel: 'C0DESIGN' });

  await workspace.leave('design', 'carla');

  const { members } = await client.conversations.members({ channel: 'C0DESIGN' });
  expect(members).toEqual(['U0ADA', 'U0BEN']);
  expect((await ask('GET', '/_sandbox/view.json?as=carla')).body.messages).not.toContainEqual(
    expect.objectContaining({ channelId: 'C0DESIGN' }),
  );
  await expect(workspace.leave('design', 'carla')).rejects.toThrow('carla is not in "design"');
});

test('a message somebody else deletes: gone', async () => {
  const { workspace, client } = await world();
  const { ts = '' } = await client.chat.postMessage(hello);

  workspace.deleteMessage('general', ts);

  const update = client.chat.update({ ...hello, ts });
  await expect(update).rejects.toMatchObject({ data: { error: 'message_not_found' } });
});

test('a deactivated person: out of the channels, no direct messages, no acts', async () => {
  const { workspace, client } = await world();

  workspace.deactivate('ben');

  const { user } = await client.users.info({ user: 'U0BEN' });
  const { members } = await client.conversations.members({ channel: 'C0GENERAL' });
  expect(user).toMatchObject({ deleted: true });
  expect(members).not.toContain('U0BEN');
  const opening = client.conversations.open({ users: 'U0BEN' });
  await expect(opening).rejects.toMatchObject({ data: { error: 'user_disabled' } });
  const post = client.chat.postMessage({ ...hello, channel: 'U0BEN' });
  await expect(post).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
  const command = workspace.command({ user: 'ben', channel: 'general', text: 'x' });
  await expect(command).rejects.toThrow('the account of Ben is deactivated');
});

test('scripts: change a person and a channel over HTTP', async () => {
  const { ask, client, workspace } = await world();
  const { ts = '' } = await client.chat.postMessage(hello);

  for (const [method, path, body] of [
    ['PATCH', '/users/ada', { locale: 'de-DE', time_zone: 'Europe/Berlin', role: 'guest' }],
    ['POST', '/users/ben/deactivate'],
    ['POST', '/channels/general/delete-message', { ts }],
    ['POST', '/channels/leads/join', { user: 'roomtone' }],
    ['POST', '/channels/design/rename', { name: 'product' }],
    ['POST', '/channels/product/archive'],
  ] as const) {
    expect((await ask(method, `/_sandbox${path}`, body)).body).toEqual({ ok: true });
  }

  const { user } = await client.users.info({ user: 'U0ADA', include_locale: true });
  expect(user).toMatchObject({ locale: 'de-DE', tz: 'Europe/Berlin', is_restricted: true, is_admin: false });
  expect((await client.users.info({ user: 'U0BEN' })).user).toMatchObject({ deleted: true });
  expect((await client.conversations.info({ channel: 'C0LEADS' })).channel).toMatchObject({
    is_member: true,
  });
  expect((await client.conversations.info({ channel: 'C0DESIGN' })).channel).toMatchObject({
    is_archived: true,
  });
  expect(workspace.messages('general')).toEqual([]);
});
