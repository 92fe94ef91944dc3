import { expect, test } from 'vitest';
import { buttonBlocks, fieldsOf, slackWorld } from '../support/slack-world.ts';

test('a scripted command: what the app answered', async () => {
  const { ask, requests, replyWith } = await slackWorld();
  const meet = { user: 'ada', channel: 'general', text: 'Design review', command: '/meet' };

  const taken = await ask('POST', '/_sandbox/command', meet);
  replyWith((response) => response.writeHead(401).end());
  const refused = await ask('POST', '/_sandbox/command', meet);

  expect(taken).toMatchObject({ status: 200, body: { ok: true, status: 200 } });
  expect(refused).toMatchObject({ status: 200, body: { ok: false, status: 401 } });
  expect(fieldsOf(requests[0])).toMatchObject({ command: '/meet', text: 'Design review' });
});

test('a scripted message: a message of that person, with mentions', async () => {
  const { ask } = await slackWorld();

  await ask('POST', '/_sandbox/message', { user: 'carla', channel: 'design', text: 'Look @Ben: a < b' });
  const messages = await ask('GET', '/_sandbox/channels/C0DESIGN/messages');

  expect(messages.body).toMatchObject([{ user: 'U0CARLA', text: 'Look <@U0BEN|ben>: a &lt; b', blocks: [] }]);
});

test('a scripted message that begins with a slash: a command, as in the composer', async () => {
  const { ask, requests } = await slackWorld();

  await ask('POST', '/_sandbox/message', { user: 'ada', channel: 'general', text: '/recordings weekly' });

  expect(fieldsOf(requests[0])).toMatchObject({ command: '/recordings', text: 'weekly' });
});

test('reading what people see: the channel’s messages and one person’s own', async () => {
  const { ask, client, replyWith } = await slackWorld();
  replyWith((response) => response.end('Making the room.'));
  await client.chat.postMessage({
    channel: 'C0GENERAL',
    text: 'Ready',
    blocks: buttonBlocks('Get link', 'r1'),
  });
  await ask('POST', '/_sandbox/command', { user: 'ada', channel: 'general', text: 'Design review' });

  const messages = await ask('GET', '/_sandbox/channels/general/messages');
  const ephemerals = await ask('GET', '/_sandbox/users/U0ADA/ephemerals');

  expect(messages.body).toMatchObject([{ type: 'message', channel: 'C0GENERAL', text: 'Ready' }]);
  expect(ephemerals.body).toMatchObject([
    { channel: 'C0GENERAL', text: 'Making the room.', is_ephemeral: true },
  ]);
});

test('the world: team, app, people and channels with their members', async () => {
  const { ask } = await slackWorld();

  const { body } = await ask('GET', '/_sandbox/world');

  expect(body).toMatchObject({ team: { id: 'T0SANDBOX' }, app: { userId: 'U0ROOMTONE' } });
  expect(body.channels).toContainEqual({
    id: 'C0LEADS',
    name: 'leads',
    kind: 'private',
    archived: false,
    members: ['U0ADA', 'U0BEN'],
  });
});

test.each([
  ['POST', '/_sandbox/command', { channel: 'general' }, 400],
  ['POST', '/_sandbox/command', undefined, 400],
  ['POST', '/_sandbox/message', { user: 'ada', channel: 'old-project', text: 'Hello' }, 403],
  ['GET', '/_sandbox/channels/nope/messages', undefined, 404],
  ['GET', '/_sandbox/users/nope/ephemerals', undefined, 404],
  ['PUT', '/_sandbox/faults', { status: 200 }, 400],
])('%s %s with %o: %i with a reason', async (method, path, body, status) => {
  const { ask } = await slackWorld();

  const answer = await ask(method, path, body);

  expect([answer.status, answer.body]).toEqual([status, { ok: false, error: expect.any(String) }]);
});

test.each([
  [
    'a button that is not there',
    { action: 'Explode' },
    404,
    'no button "Explode" on this message; it has: "Get link" (recording.get-link)',
  ],
  [
    'a value that is not there',
    { value: 'r9' },
    404,
    'no button "Get link" on this message; it has: "Get link" (recording.get-link)',
  ],
  ['a message that is not there', { message_ts: '1.000000' }, 404, 'Ada sees no message 1.000000 there'],
  ['a person who is not there', { user: 'zoe' }, 404, 'nobody here is called "zoe"'],
  ['the app as a person', { user: 'U0ROOMTONE' }, 404, 'nobody here is called "U0ROOMTONE"'],
  ['a channel that is not there', { channel: 'random' }, 404, 'there is no channel "random"'],
  ['a channel they are not in', { user: 'dana', channel: 'design' }, 403, 'Dana is not in "design"'],
])(
  'a scripted click on %s: refused with the reason, the app hears nothing',
  async (_what, wrong, status, error) => {
    const { ask, requests, ts } = await withMessage();
    const click = { user: 'ada', channel: 'general', message_ts: ts, action: 'Get link', ...wrong };

    const answer = await ask('POST', '/_sandbox/action', click);

    expect([answer.status, answer.body]).toEqual([status, { ok: false, error }]);
    expect(requests).toEqual([]);
  },
);

test('somebody else’s ephemeral message: cannot be clicked', async () => {
  const { ask, workspace, replyWith } = await slackWorld();
  replyWith((response) =>
    response.end(JSON.stringify({ text: 'x', blocks: buttonBlocks('Try again', 'k') })),
  );
  await workspace.command({ user: 'ada', channel: 'general', text: 'Weekly sync' });
  const ts = workspace.ephemerals('ada')[0]?.['ts'];

  const click = { user: 'ben', channel: 'general', message_ts: ts, action: 'Try again' };
  const answer = await ask('POST', '/_sandbox/action', click);

  expect(answer.status).toBe(404);
});

async function withMessage() {
  const world = await slackWorld();
  const blocks = buttonBlocks('Get link', 'r1');
  const posted = await world.client.chat.postMessage({ channel: 'C0GENERAL', text: 'Ready', blocks });
  return { ...world, ts: posted.ts ?? '' };
}
