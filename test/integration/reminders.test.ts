import { expect, test } from 'vitest';
import { chooseReminders } from '../support/choose-notify.ts';
import { buttonsOf, clickOn, recordingMessages, slackFaults, toldTo } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { DAY_MS, passDays, passToHour, recordedAt11, remindersOf } from '../support/reminded.ts';

test('7 days before, and once more the day before: one message to the host, whatever the number', async () => {
  const app = await recordedAt11(['Budget', 'Standup']);

  await passDays(app, 22);
  expect(remindersOf(app, 'ada')).toEqual([]);

  await app.pass(DAY_MS);
  const [week] = remindersOf(app, 'ada');
  expect(week?.['text']).toMatch(/^2 of your recordings expire soon\./);
  expect(week?.['text']).toMatch(/\*Budget\*.*; 7 days left\.\n\*Standup\*.*; 7 days left\./);
  expect(buttonsOf(week)).toEqual([
    ...['Get link', 'Delete now', 'Get link', 'Delete now'],
    'No more reminders',
  ]);

  await passDays(app, 5);
  expect(remindersOf(app, 'ada')).toHaveLength(1);
  await app.pass(DAY_MS);
  expect(remindersOf(app, 'ada')).toHaveLength(2);
  expect(remindersOf(app, 'ada')[1]?.['text']).toMatch(
    /\*Budget\*.*; 1 day left\.\n\*Standup\*.*; 1 day left\./,
  );

  await passDays(app, 5);
  expect(remindersOf(app, 'ada')).toHaveLength(2);
});

test('not before 9 in the morning where the host is', async () => {
  const app = await recordedAt11(['Budget']);
  app.slack.workspace.changePerson('ada', { time_zone: 'Europe/London' });
  await passDays(app, 22);

  await passToHour(app, 6);
  expect(remindersOf(app, 'ada')).toEqual([]);
  app.slack.workspace.changePerson('ada', { time_zone: 'Asia/Tokyo' });
  await passToHour(app, 10);
  expect(remindersOf(app, 'ada')).toHaveLength(1);
});

test('the buttons of a reminder work from direct messages, and go with what is gone', async () => {
  const app = await recordedAt11(['Budget', 'Standup']);
  await passDays(app, 23);
  const [reminder] = remindersOf(app, 'ada');
  const press = { user: 'ada', channel: String(reminder?.['channel']), message_ts: String(reminder?.['ts']) };

  await app.slack.workspace.action({ ...press, action: 'Get link' });
  await app.settle();
  expect(toldTo(app, 'ada').at(-1)).toContain('Here is the recording of *Budget*');

  await app.slack.workspace.action({ ...press, action: 'Delete now' });
  await app.settle();
  const [changed] = remindersOf(app, 'ada');
  expect(changed?.['text']).toMatch(/\*Budget\*, [^\n]*\. No longer available\.\n\*Standup\*/);
  expect(buttonsOf(changed)).toEqual(['Get link', 'Delete now', 'No more reminders']);

  app.meetings.control.advance((60 * DAY_MS) / 1000);
  await passDays(app, 9);
  expect(buttonsOf(remindersOf(app, 'ada')[0])).toEqual(['No more reminders']);
  expect(recordingMessages(app, 'general').at(-1)?.text).toContain('no longer available');
});

test('No more reminders: none from then on, in no channel, and the way back is on App Home', async () => {
  const app = await recordedAt11(['Budget']);
  await passDays(app, 23);
  const [reminder] = remindersOf(app, 'ada');

  await clickOn(app, { user: 'ada', channel: String(reminder?.['channel']), button: 'No more reminders' });
  expect(toldTo(app, 'ada').at(-1)).toMatch(/^You get no more reminders .*\nYou can have them back on/);
  await passDays(app, 8);

  expect(remindersOf(app, 'ada')).toHaveLength(1);
});

test('a channel without reminders: the host hears of the others alone', async () => {
  const app = await recordedAt11(['Budget']);
  await recordedMeeting(app, await openRoom(app, 'Elsewhere', { channel: 'design' }));
  chooseReminders(app, 'C0GENERAL', false);

  await passDays(app, 31);

  const texts = remindersOf(app, 'ada').map(({ text }) => String(text));
  expect(texts).toHaveLength(2);
  expect(texts.filter((text) => text.includes('Budget'))).toEqual([]);
});

test('a host whose account is switched off: nobody is told, and nothing is tried for ever', async () => {
  const app = await recordedAt11(['Budget']);
  app.slack.workspace.deactivate('ada');

  await passDays(app, 31);

  expect(remindersOf(app, 'ada')).toEqual([]);
  expect(app.sql("select name from jobs where name = 'remind-host'")).toEqual([]);
  expect(app.sql('select reminders_sent from recordings')).toEqual([{ reminders_sent: 2 }]);
});

test('killed while Slack does not answer, started again: one message', async () => {
  const app = await recordedAt11(['Budget']);
  await passDays(app, 22);
  await slackFaults(app, { status: 503 });
  await app.pass(DAY_MS);
  await app.restart();
  await slackFaults(app, {});

  await app.pass(15 * 60_000);
  expect(remindersOf(app, 'ada')).toHaveLength(1);
  await app.restart();
  await app.pass(DAY_MS / 24);

  expect(remindersOf(app, 'ada')).toHaveLength(1);
});

test('left without an answer, and tried again the next day: the same one, counted as perhaps sent twice', async () => {
  const app = await recordedAt11(['Budget'], { timeoutMs: 200 });
  await passDays(app, 22);
  await slackFaults(app, { delay_ms: 600_000, methods: ['chat.postMessage'] });
  app.advance(DAY_MS);
  await app.idle();

  app.advance(DAY_MS);
  await slackFaults(app, {});
  await app.restart();
  await app.settle();

  expect(remindersOf(app, 'ada')).toHaveLength(1);
  const again = app.log.filter(({ msg }) => String(msg).startsWith('posted again'));
  expect(again).toEqual([expect.objectContaining({ stage: 'reminder' })]);
});

test('left without an answer, and the recording is deleted before it is tried again: it is given up', async () => {
  const app = await recordedAt11(['Budget'], { timeoutMs: 200 });
  await passDays(app, 22);
  await slackFaults(app, { delay_ms: 600_000, methods: ['chat.postMessage'] });
  app.advance(DAY_MS);
  await app.idle();
  expect(app.sql("select state from posts where stage = 'reminder'")).toEqual([{ state: 'sending' }]);
  await slackFaults(app, {});

  await clickOn(app, { user: 'ada', channel: 'general', button: 'Delete' });
  await app.pass(DAY_MS / 24);

  expect(remindersOf(app, 'ada')).toEqual([]);
  expect(app.sql("select state from posts where stage = 'reminder'")).toEqual([]);
});

test.each([
  ['channel_not_found', 'chat.postMessage'],
  ['restricted_action', 'chat.postMessage'],
  ['user_disabled', 'conversations.open'],
  ['user_not_found', 'users.info'],
])('Slack says %s to %s: it is over, and nobody has to look at it', async (error, method) => {
  const app = await recordedAt11(['Budget']);
  await passDays(app, 22);
  await slackFaults(app, { error, methods: [method] });

  await app.pass(DAY_MS);

  expect(remindersOf(app, 'ada')).toEqual([]);
  expect(app.sql("select name from jobs where name = 'remind-host'")).toEqual([]);
});

test('nobody ran the app for weeks: what is gone by now is not spoken of', async () => {
  const app = await recordedAt11(['Budget']);

  await app.pass(40 * DAY_MS);

  expect(remindersOf(app, 'ada')).toEqual([]);
});
