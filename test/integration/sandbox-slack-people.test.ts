import { expect, test } from 'vitest';
import { slackWorld } from '../support/slack-world.ts';

test('auth.test with the right token: names the team and the app, and tells the scopes', async () => {
  const { client, url } = await slackWorld();

  const answer = await client.auth.test();

  expect(answer).toMatchObject({
    url: `${url}/`,
    team_id: 'T0SANDBOX',
    user_id: 'U0ROOMTONE',
    bot_id: 'B0ROOMTONE',
  });
  expect(answer.response_metadata?.scopes).toEqual(
    'commands chat:write chat:write.public channels:read groups:read users:read im:write'.split(' '),
  );
});

test('conversations.info of a public and a private channel: Slack’s flags', async () => {
  const { client, workspace } = await slackWorld();
  await workspace.command({ user: 'ada', channel: 'leads', text: '/invite @Roomtone' });

  const old = await client.conversations.info({ channel: 'C0OLD' });
  const leads = await client.conversations.info({ channel: 'C0LEADS' });

  expect(old.channel).toMatchObject({ name: 'old-project', is_archived: true, is_member: false });
  expect(leads.channel).toMatchObject({ name: 'leads', is_private: true, is_member: true });
});

test('conversations.members page by page: everybody once', async () => {
  const { client } = await slackWorld();
  const channel = 'C0GENERAL';

  const first = await client.conversations.members({ channel, limit: 3 });
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await client.conversations.members({ channel, limit: 3, cursor });

  expect([first.members, second.members]).toEqual([['U0ADA', 'U0BEN', 'U0CARLA'], ['U0DANA']]);
  expect(second.response_metadata?.next_cursor).toBe('');
});

test('conversations.open twice: the same channel', async () => {
  const { client } = await slackWorld();

  const first = await client.conversations.open({ users: 'U0ADA' });
  const second = await client.conversations.open({ users: 'U0ADA' });

  expect(first).toMatchObject({ channel: { id: 'D0ADAAPP' } });
  expect(first.already_open).toBeUndefined();
  expect(second).toMatchObject({ channel: { id: 'D0ADAAPP' }, already_open: true });
});

test.each([
  ['U0ADA', { name: 'ada', is_admin: true, is_restricted: false, is_bot: false, tz: 'Europe/London' }],
  ['U0BEN', { is_admin: false, is_restricted: false, tz: 'America/New_York' }],
  ['U0CARLA', { tz: 'Europe/Berlin', locale: 'de-DE', profile: { display_name: 'Carla' } }],
  ['U0DANA', { is_admin: false, is_restricted: true, is_ultra_restricted: false }],
  ['U0ROOMTONE', { real_name: 'Roomtone', is_bot: true }],
])('users.info of %s: who they are', async (user, expected) => {
  const { client } = await slackWorld();

  const answer = await client.users.info({ user, include_locale: true });

  expect(answer.user).toMatchObject({ team_id: 'T0SANDBOX', deleted: false, ...expected });
});

test.each([
  ['U0EMIL', { deleted: true, team_id: 'T0SANDBOX' }],
  ['U0FRIDA', { deleted: false, team_id: 'T0PARTNER', is_stranger: true, locale: 'de-DE' }],
])('users.info of %s, who is not like the others', async (user, expected) => {
  const { client } = await slackWorld();

  const answer = await client.users.info({ user, include_locale: true });

  expect(answer.user).toMatchObject(expected);
});

test('somebody of another workspace: no stranger once the app is in a channel of theirs', async () => {
  const { client, workspace } = await slackWorld();
  workspace.join('partners', '@Roomtone');

  const { user } = await client.users.info({ user: 'U0FRIDA' });
  const { channel } = await client.conversations.info({ channel: 'C0PARTNERS' });

  expect(user).toMatchObject({ is_stranger: false });
  expect(channel).toMatchObject({ is_ext_shared: true, is_shared: true, is_member: true });
});

test('users.info without include_locale: no locale', async () => {
  const { client } = await slackWorld();

  const answer = await client.users.info({ user: 'U0ADA' });

  expect(answer.user).not.toHaveProperty('locale');
});
