import { expect, test } from 'vitest';
import { fieldsOf, signatureFor, slackWorld } from '../support/slack-world.ts';

const meet = { user: 'U0ADA', channel: 'C0GENERAL', text: 'Design review' };

test('a command typed in a channel: one signed form with every field', async () => {
  const { workspace, requests, url } = await slackWorld();

  const result = await workspace.command(meet);

  const [request] = requests;
  expect(result).toEqual({ ok: true, status: 200 });
  expect(request).toMatchObject({
    method: 'POST',
    url: '/slack/events',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(request?.headers['x-slack-signature']).toBe(request && signatureFor(request));
  expect(Number(request?.headers['x-slack-request-timestamp'])).toBeGreaterThan(1_700_000_000);
  expect(fieldsOf(request)).toEqual({
    token: expect.any(String),
    api_app_id: 'A0ROOMTONE',
    team_id: 'T0SANDBOX',
    team_domain: 'sandbox',
    channel_id: 'C0GENERAL',
    channel_name: 'general',
    user_id: 'U0ADA',
    user_name: 'ada',
    command: '/meet',
    text: 'Design review',
    is_enterprise_install: 'false',
    response_url: expect.stringMatching(RegExp(`^${url}/commands/T0SANDBOX/\\d+/[\\w-]{24}$`)),
    trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
  });
});

test.each([
  ['leads', 'privategroup'],
  ['D0ADABEN', 'directmessage'],
  ['G0TRIO', 'mpdm-ada--ben--carla-1'],
  ['#design', 'design'],
])('a command in %s: the app is told the channel name %s', async (channel, expected) => {
  const { workspace, requests } = await slackWorld();

  await workspace.command({ ...meet, user: '@Ada', channel });

  expect(fieldsOf(requests[0])['channel_name']).toBe(expected);
});

test.each([
  ['/meet', 'R&D <now> with @Ben', 'R&amp;D &lt;now&gt; with <@U0BEN|ben>'],
  [
    '/recordings',
    'R&D by @Ben in #design, not @nobody or a@ben.example',
    'R&amp;D by <@U0BEN|ben> in <#C0DESIGN|design>, not @nobody or a@ben.example',
  ],
])(
  '%s with special characters: escaped, mentions as the manifest asks for them',
  async (command, text, expected) => {
    const { workspace, requests } = await slackWorld();

    await workspace.command({ ...meet, command, text });

    expect(fieldsOf(requests[0])['text']).toBe(expected);
  },
);

test.each([
  [{ text: '/recordings  weekly sync ' }, '/recordings', 'weekly sync'],
  [{ text: ' weekly sync' }, '/meet', 'weekly sync'],
  [{ command: '/recordings', text: '' }, '/recordings', ''],
  [{}, '/meet', ''],
])('typed as %o: %s with text "%s"', async (typed, command, text) => {
  const { workspace, requests } = await slackWorld();

  await workspace.command({ user: 'ada', channel: 'general', ...typed });

  expect(fieldsOf(requests[0])).toMatchObject({ command, text });
});

test('commands under other names: those are known, /meet is not', async () => {
  const { workspace, requests } = await slackWorld({
    commandNames: { meet: '/room', recordings: '/tapes' },
  });

  await workspace.command({ ...meet, text: '/tapes' });
  await workspace.command({ ...meet, text: '/meet' });

  expect(requests.map((request) => fieldsOf(request)['command'])).toEqual(['/tapes']);
  expect(workspace.ephemerals('ada')).toMatchObject([{ text: '/meet is not a valid command.' }]);
});

test('/invite @Roomtone: the app is in the channel from then on', async () => {
  const { workspace, client, requests } = await slackWorld();

  const result = await workspace.command({ ...meet, channel: 'leads', text: '/invite @Roomtone' });
  await client.chat.postMessage({ channel: 'C0LEADS', text: 'Thanks' });

  expect(result).toEqual({ ok: true, status: 200 });
  expect(requests).toEqual([]);
  expect(workspace.messages('leads')).toMatchObject([
    { user: 'USLACKBOT', text: '<@U0ADA> added <@U0ROOMTONE> to the channel.' },
    { text: 'Thanks' },
  ]);
});

test.each([
  ['general', '@Ben', 'Here, only @Roomtone can be invited: /invite @Roomtone'],
  ['old-project', '@Roomtone', 'This channel is archived: nobody can be added.'],
  ['D0ADABEN', '@Roomtone', 'Apps can’t be added to direct messages.'],
])('/invite in %s of %s: refused with "%s"', async (channel, text, told) => {
  const { workspace } = await slackWorld();

  const result = await workspace.command({ ...meet, channel, command: '/invite', text });

  expect(result.ok).toBe(false);
  expect(workspace.ephemerals('ada')).toMatchObject([{ text: told }]);
});
