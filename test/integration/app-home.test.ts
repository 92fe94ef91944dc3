import { expect, test } from 'vitest';
import { clickAtHome, homeButtons, homeOf, openHome, published } from '../support/at-home.ts';
import { clickOn, slackFaults, texts, urlOf } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { passDays } from '../support/reminded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const lastMessage = (app: Roomtone, user: string) => app.slack.workspace.directMessages(user).at(-1);

test('a newcomer, a guest, an admin: each sees what is for them', async () => {
  const app = await roomtone();

  expect(await openHome(app, 'ben')).toContainEqual(expect.stringContaining('1. Type `/meet Design review`'));
  expect((await openHome(app, 'carla')).join('\n')).toContain(
    '1. Gib in einem Channel `/meet Design review`',
  );
  expect((await openHome(app, 'dana')).join('\n')).toContain('In this workspace you cannot make any');
  expect((await openHome(app, 'ada')).join('\n')).toContain(
    '0 of 100 rooms are being made or open. No job waits for an operator.',
  );
  expect(homeOf(app, 'ada').at(-1)).toContain('`/meet settings` in any channel');
  for (const user of ['ben', 'carla', 'dana']) {
    expect(homeOf(app, user).join('\n')).not.toContain('Workspace');
  }
});

test('rooms and recordings of mine, whatever channel they are in, and nobody else’s', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Budget', { user: 'ben' }));
  await openRoom(app, 'Planning --for 30d', { user: 'ben', channel: 'design' });
  await recordedMeeting(app, await openRoom(app, 'Of Ada'));

  const home = await openHome(app, 'ben');

  expect(home).toEqual([
    'Your open rooms',
    expect.stringMatching(/^\*Planning\* in <#C0DESIGN>\. Open until <!date/),
    expect.stringMatching(/^\*Budget\* in <#C0GENERAL>\. In session since .* Closes when/),
    'Your recordings',
    expect.stringMatching(/^\*Budget\*, .*, 32 minutes\. Kept until .*; 30 days left\.$/),
    expect.stringContaining('7 days and 1 day ahead'),
  ]);
  expect(homeButtons(app, 'ben')).toEqual([
    'New meeting room',
    ...['Host link', 'Join', 'Host link', 'Join'],
    ...['Get link', 'Delete'],
    'No more reminders',
    'Settings',
  ]);
});

test('its buttons: answered by direct message, since a page is no channel', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Budget', { user: 'ben' }));
  await openHome(app, 'ben');

  await clickAtHome(app, 'ben', 'Get link');
  expect((await fetch(urlOf(lastMessage(app, 'ben'), 'Download video (MP4)'))).status).toBe(200);
  await clickAtHome(app, 'ben', 'Host link');
  expect(lastMessage(app, 'ben')?.['text']).toContain('You are the host of *Budget*.');
  await clickAtHome(app, 'ben', 'Delete');
  expect(lastMessage(app, 'ben')?.['text']).toContain('is deleted.');

  expect(homeButtons(app, 'ben')).not.toContain('Get link');
});

test('New meeting room: opens the dialog, for those who may make rooms', async () => {
  const app = await roomtone();
  await openHome(app, 'ben');

  await clickAtHome(app, 'ben', 'New meeting room');

  expect(app.slack.workspace.openDialog('ben')['title']).toMatchObject({ text: 'New meeting room' });
  await openHome(app, 'dana');
  expect(homeButtons(app, 'dana')).not.toContain('New meeting room');
});

test('what was mine in a channel I have left: I get it as its host, others by being members', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Budget', { user: 'ben' }));
  await openHome(app, 'ben');
  await app.slack.workspace.leave('general', 'ben');

  await clickAtHome(app, 'ben', 'Get link');

  expect(lastMessage(app, 'ben')?.['text']).toContain('Here is the recording of *Budget*');
});

test('updated as things change: for those who look at theirs, and only when it shows', async () => {
  const app = await roomtone();
  await openHome(app, 'ben');
  const before = published(app);

  const room = await openRoom(app, 'Budget', { user: 'ben' });
  expect(homeOf(app, 'ben').join('\n')).toContain('*Budget* in <#C0GENERAL>');
  await recordedMeeting(app, room);
  expect(homeButtons(app, 'ben')).toContain('Get link');
  await clickOn(app, { user: 'ben', channel: 'general', button: 'Delete' });
  expect(homeButtons(app, 'ben')).not.toContain('Get link');
  const changes = published(app) - before;
  expect(changes).toBeLessThanOrEqual(6);

  await openRoom(app, 'Of Carla, who never looked', { user: 'carla' });
  await openHome(app, 'ben');
  expect(published(app) - before).toBe(changes);
  expect(app.slack.workspace.home('carla')).toBeUndefined();
});

test('handed over: the room leaves one Home and appears on the other', async () => {
  const app = await roomtone();
  for (const user of ['ben', 'ada']) await openHome(app, user);
  await openRoom(app, 'Weekly sync --for 30d', { user: 'ben' });
  expect(homeOf(app, 'ben').join('\n')).toContain('*Weekly sync*');

  await clickOn(app, { user: 'ben', channel: 'general', button: 'Hand over' });
  const press = { user: 'ben', channel: 'general', action: 'room.hand-over-to', value: 'ada' };
  const menu = app.slack.workspace.ephemerals('ben').at(-1);
  await app.slack.workspace.action({ ...press, message_ts: String(menu?.['ts']) });
  await app.settle();

  expect(homeOf(app, 'ben').join('\n')).not.toContain('*Weekly sync*');
  expect(homeOf(app, 'ada').join('\n')).toContain('*Weekly sync*');
});

test('what needs me: recordings that go within a week, and rooms that could not be made', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Budget', { user: 'ben' }));
  await passDays(app, 24);
  app.meetings.control.setFaults({ status: 500 });
  await app.meet('Planning', { user: 'ben' });
  app.meetings.control.setFaults({});

  const home = await openHome(app, 'ben');
  expect(home[0]).toBe('Needs you');
  expect(home[1]).toMatch(/^\*Budget\*.*; 6 days left\.$/);
  expect(home[2]).toMatch(/^\*Planning\* could not be made on <!date/);
  expect(home.slice(3)).toContain('No recordings besides those above.');

  await clickAtHome(app, 'ben', 'Try again');
  expect(homeOf(app, 'ben').join('\n')).toMatch(/\*Planning\* in <#C0GENERAL>/);
  expect(homeOf(app, 'ben').join('\n')).not.toContain('could not be made');
});

test('reminders: switched off and on again there', async () => {
  const app = await roomtone();
  await openHome(app, 'ben');

  await clickAtHome(app, 'ben', 'No more reminders');
  expect(homeOf(app, 'ben')).toContain('You get no reminders before your recordings expire.');
  await clickAtHome(app, 'ben', 'Remind me again');
  expect(homeButtons(app, 'ben')).toContain('No more reminders');
  expect(app.slack.workspace.directMessages('ben')).toEqual([]);
});

test('Slack is away while it changes: shown once it is back, restart or not', async () => {
  const app = await roomtone();
  await openHome(app, 'ben');
  const room = await openRoom(app, 'Budget', { user: 'ben' });
  await slackFaults(app, { status: 503 });
  await recordedMeeting(app, room);
  await app.restart();
  await slackFaults(app, {});

  await app.pass(60_000);

  expect(homeButtons(app, 'ben')).toContain('Get link');
});

test('somebody opens the Messages tab: nothing is published', async () => {
  const app = await roomtone();

  await app.slack.workspace.openHome('ben', 'messages');
  await app.settle();

  expect(texts(app.slack.workspace.directMessages('ben'))).toEqual([]);
  expect(published(app)).toBe(0);
});

test('an account that is switched off: its Home is not kept up to date any more', async () => {
  const app = await roomtone();
  await openHome(app, 'ben');
  const room = await openRoom(app, 'Budget', { user: 'ben' });
  const before = published(app);
  app.slack.workspace.deactivate('ben');

  await recordedMeeting(app, room);

  expect(published(app)).toBe(before);
  expect(app.sql("select home_opened_at from people where user_id = 'U0BEN'")).toEqual([
    { home_opened_at: null },
  ]);
});
