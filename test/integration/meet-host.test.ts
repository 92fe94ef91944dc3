import { expect, test } from 'vitest';
import { buttonsOf, clickOn, texts, toldTo } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const rooms = (app: Roomtone) => app.sql('select title, host_user_id, made_by, state from rooms');
const last = (app: Roomtone, user: string) => app.slack.workspace.ephemerals(user).at(-1);
const said = (app: Roomtone, user: string) => String(last(app, user)?.['text']);

test('--host: the room is theirs, they are told privately, and whoever asked can join as a guest', async () => {
  const app = await roomtone();

  await app.meet('Weekly sync --for 30d --host @carla', { user: 'ben' });

  const made = { title: 'Weekly sync', host_user_id: 'U0CARLA', made_by: 'U0BEN', state: 'open' };
  expect(rooms(app)).toEqual([made]);
  expect(texts(app.slack.workspace.messages('general'))).toEqual([
    expect.stringContaining('*Weekly sync*: ein Videoraum von <@U0CARLA>'),
  ]);
  expect(said(app, 'ben')).toMatch(/^\*Weekly sync\* is ready and <@U0CARLA> is its host\./);
  expect(buttonsOf(last(app, 'ben'))).toEqual(['Join']);
  expect(JSON.stringify(last(app, 'ben'))).not.toContain('participant_token');
  const direct = texts(app.slack.workspace.messages('D0CARLAAPP'));
  expect(direct).toEqual([expect.stringContaining('<@U0BEN> hat dich zum Host von *Weekly sync* gemacht.')]);
});

test('--host with oneself: as without', async () => {
  const app = await roomtone();

  await app.meet('Weekly sync --host @ben', { user: 'ben' });

  expect(said(app, 'ben')).toContain('*Weekly sync* is ready and you are its host.');
});

test.each([
  ['emil', 'is deactivated'],
  ['frida', 'belongs to another workspace'],
  ['dana', "isn't in the channel"],
])('--host @%s: no room is made, with the reason', async (who, reason) => {
  const app = await roomtone();

  await app.meet(`Weekly sync --host @${who}`, { user: 'ben', channel: 'design' });

  expect(said(app, 'ben')).toMatch(/^No room was made; /);
  expect(said(app, 'ben')).toContain(reason);
  expect(rooms(app)).toEqual([]);
  expect(app.slack.workspace.messages('design')).toEqual([]);
});

test('--host with a name Slack knows nobody by: says how to choose one', async () => {
  const app = await roomtone();

  await app.meet('Weekly sync --host somebody', { user: 'ben' });

  expect(toldTo(app, 'ben')).toEqual([
    "I can't tell who `somebody` is; type @ after `--host` and choose the person.\nCopy this: `/meet Weekly sync`. No room was made.",
  ]);
});

test('rooms made for others count for whoever makes them', async () => {
  const app = await roomtone();
  for (let n = 0; n < 10; n++) await app.meet(`Room ${n} --host @carla`, { user: 'ben' });

  await app.meet('One more --host @carla', { user: 'ben' });
  await app.meet('Her own', { user: 'carla' });

  expect(said(app, 'ben')).toContain('You made 10 rooms in the last 10 minutes');
  expect(rooms(app)).toHaveLength(11);
});

test('a title with people and channels in it: reads as it was typed', async () => {
  const app = await roomtone();

  await app.meet('With @carla about #design', { user: 'ben' });

  expect(rooms(app)).toMatchObject([{ title: 'With @carla about #design' }]);
});

test('made for somebody, but not at once: Try again is for whoever asked', async () => {
  const app = await roomtone();
  app.meetings.control.setFaults({ status: 503 });
  await app.meet('Weekly sync --host @carla', { user: 'ben' });
  app.meetings.control.setFaults({});

  await clickOn(app, { user: 'ben', channel: 'general', button: 'Try again' });

  expect(rooms(app)).toMatchObject([{ host_user_id: 'U0CARLA', state: 'open' }]);
  expect(said(app, 'ben')).toContain('<@U0CARLA> is its host');
});
