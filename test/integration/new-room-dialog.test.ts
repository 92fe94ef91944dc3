import { describe, expect, test } from 'vitest';
import { callbackUrlOf } from '../support/callbacks.ts';
import { fieldsOf, submit, submitPast } from '../support/fill-in.ts';
import {
  askedRooms,
  buttonsOf,
  cardOf,
  clickOn,
  roomOf,
  roomsOf,
  slackFaults,
  texts,
  toldTo,
} from '../support/in-slack.ts';
import { recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;
const inMinutes = (app: Roomtone, minutes: number) => Math.floor((app.now() + minutes * MINUTE_MS) / 1000);
const meet = (app: Roomtone, user = 'ada', channel = 'general') =>
  app.slack.workspace.command({ user, channel, text: '', command: '/meet' });
const membershipAsked = (app: Roomtone) =>
  app.traffic.recent().filter(({ path }) => path.endsWith('/conversations.members')).length;

async function opened(user = 'ada', channel = 'general'): Promise<Roomtone> {
  const app = await roomtone();
  await meet(app, user, channel);
  return app;
}

describe('/meet alone', () => {
  test('opens the dialog while the meeting service hangs and jobs wait; nothing is made', async () => {
    const app = await roomtone();
    app.meetings.control.setFaults({ delay_ms: 60_000 });

    const ack = await meet(app);

    expect(ack).toEqual({ ok: true, status: 200 });
    expect(fieldsOf(app.slack.workspace.openDialog('ada'))).toEqual([
      'Title',
      'How long is it needed?',
      'Recording',
      'Who may join?',
      'Channel for its card and recordings',
    ]);
    expect(app.sql('select * from rooms')).toEqual([]);
    expect(toldTo(app, 'ada')).toEqual([]);
  });

  test('filled in: the room in that channel, the private answer there, with what was chosen', async () => {
    const app = await opened();

    const result = await submit(app, 'ada', { Title: 'R&D', Recording: 'offered', join: 'host-admits' });

    expect(result).toMatchObject({ ok: true });
    expect(app.slack.workspace.views('ada')).toEqual([]);
    expect(String(cardOf(app, 'general')['text'])).toContain('*R&amp;D*: a video room by <@U0ADA>');
    expect(toldTo(app, 'ada')).toEqual([expect.stringContaining('*R&amp;D* is ready and you are its host.')]);
    expect(askedRooms(app)).toMatchObject([
      {
        display_name: 'R&D',
        recording_options: { auto_record: false },
        join_approval_level: 'explicit_approval',
      },
    ]);
  });

  test('in the channel it was typed in nobody is asked who is in it', async () => {
    const app = await opened();

    await submit(app, 'ada', { Title: 'Design review' });

    expect(membershipAsked(app)).toBe(0);
    expect(await roomsOf(app)).toHaveLength(1);
  });

  test('Slack does not open it within 1.5 s: one sentence with a button that opens it later', async () => {
    const app = await roomtone({ timeoutMs: 100 });
    await slackFaults(app, { delay_ms: 60_000, methods: ['views.open'] });

    const ack = await meet(app);
    await slackFaults(app, {});
    const [told] = app.slack.workspace.ephemerals('ada');
    await clickOn(app, { user: 'ada', channel: 'general', button: 'New meeting room' });

    expect(ack).toEqual({ ok: true, status: 200 });
    expect(String(told?.['text'])).toBe(
      'Slack did not open the dialog.\nTry again, or type what you want: `/meet Design review`.',
    );
    expect(fieldsOf(app.slack.workspace.openDialog('ada'))).toContain('Title');
  });

  test('somebody whose language is known: the dialog and what is wrong in it are in German', async () => {
    const app = await roomtone();
    await app.meet('Erster Raum', { user: 'carla' });

    await meet(app, 'carla');
    const view = app.slack.workspace.openDialog('carla');
    const { errors } = await submit(app, 'carla', { Titel: ' \t ' });

    expect(fieldsOf(view)).toContain('Titel');
    expect(errors).toEqual({ title: 'Ein Raum braucht einen Titel.' });
  });
});

describe('until a date', () => {
  async function untilDate(): Promise<Roomtone> {
    const app = await opened();
    const { id } = app.slack.workspace.openDialog('ada') as { id: string };
    const values = { Title: 'Weekly sync' };
    await app.slack.workspace.viewAction({
      user: 'ada',
      view: id,
      action: 'How long is it needed?',
      value: 'until',
      values,
    });
    return app;
  }

  test('chosen: the date is asked for, and what was filled in stays', async () => {
    const app = await untilDate();

    const view = app.slack.workspace.openDialog('ada');

    expect(fieldsOf(view)).toContain('Open until');
    expect(JSON.stringify(view['state'])).toContain('Weekly sync');
  });

  test('filled in: a long-term room until that minute', async () => {
    const app = await untilDate();
    const until = inMinutes(app, 3 * 24 * 60);

    await submit(app, 'ada', { 'Open until': until });

    const closes = new Date(until * 1000 - ((until * 1000) % MINUTE_MS)).toISOString();
    expect(askedRooms(app)).toMatchObject([{ display_name: 'Weekly sync', type: 'long_term' }]);
    expect(Date.parse(String(askedRooms(app)[0]?.['expires_at']))).toBe(Date.parse(closes));
  });

  test.each([
    ['in the past', -5, 'That is in the past.'],
    ['within 10 minutes', 5, 'That is too soon; a room stays open for more than 10 minutes.'],
  ])('%s: said at the field, nothing is made, and the dialog can be put right', async (_, minutes, error) => {
    const app = await untilDate();

    const wrong = await submit(app, 'ada', { 'Open until': inMinutes(app, minutes) });
    const rooms = app.sql('select * from rooms');
    await submit(app, 'ada', { 'Open until': inMinutes(app, 60) });

    expect(wrong.errors).toEqual({ until: error });
    expect(rooms).toEqual([]);
    expect(askedRooms(app)).toHaveLength(1);
  });
});

describe('what is wrong with the channel is said at its field', () => {
  test.each([
    ['one the person is not in', 'dana', 'design', 'You are not in that channel. Join it first.'],
    [
      'a private one without the app',
      'ada',
      'leads',
      "I can't post in that channel. Type /invite @Roomtone there first.",
    ],
  ])('%s', async (_, user, channel, error) => {
    const app = await opened(user);

    const { errors } = await submit(app, user, { Title: 'Design review', channel });

    expect(errors).toEqual({ channel: error });
    expect(app.sql('select * from rooms')).toEqual([]);
  });

  test('Slack does not tell in time: accepted, and the job finds out', async () => {
    const app = await roomtone({ timeoutMs: 300 });
    await meet(app, 'carla');
    await slackFaults(app, { error: 'internal_error', methods: ['conversations.members'] });

    await app.slack.workspace.submitView('carla', { Title: 'Design review', channel: 'design' });
    await slackFaults(app, {});
    await app.slack.workspace.leave('design', 'carla');
    await app.settle();

    expect(toldTo(app, 'carla').at(-1)).toBe(
      'Für *Design review* wurde kein Raum angelegt: Du bist nicht in diesem Channel.',
    );
    expect(askedRooms(app)).toEqual([]);
  });
});

test('more than one thing is wrong: each is said at its field', async () => {
  const app = await opened('dana');

  const { errors } = await submit(app, 'dana', { Title: '  ', channel: 'design' });

  expect(errors).toEqual({
    title: 'A room needs a title.',
    channel: 'You are not in that channel. Join it first.',
  });
});

test('submitted twice: one room', async () => {
  const app = await opened();
  const { id } = app.slack.workspace.openDialog('ada');
  await app.slack.workspace.submitView('ada', { Title: 'Design review' });
  const [sent] = app.traffic.recent().filter(({ title }) => title.startsWith('Submission'));
  const { view } = (sent?.body ?? {}) as { view: Record<string, unknown> };

  const again = await Promise.all([
    submitPast(app, { user: 'U0ADA', view }),
    submitPast(app, { user: 'U0ADA', view }),
  ]);

  expect(view['id']).toBe(id);
  expect(again.map(({ status }) => status)).toEqual([200, 200]);
  expect(askedRooms(app)).toHaveLength(1);
  expect(toldTo(app, 'ada')).toHaveLength(1);
});

test('a dialog of another release: said so, nothing is made', async () => {
  const app = await opened();
  const view = { ...app.slack.workspace.openDialog('ada'), private_metadata: '{"v":2}' };

  const answer = await submitPast(app, { user: 'U0ADA', view });

  expect(await answer.json()).toEqual({
    response_action: 'errors',
    errors: { title: 'This dialog is out of date. Close it and open it again.' },
  });
  expect(app.sql('select * from rooms')).toEqual([]);
});

test('the same title in that channel: offered there, and Make another makes one in that channel', async () => {
  const app = await roomtone();
  await app.meet('Design review', { user: 'ben', channel: 'design' });
  await meet(app);

  await submit(app, 'ada', { Title: 'design REVIEW', channel: 'design' });
  const offered = toldTo(app, 'ada').at(-1);
  await clickOn(app, { user: 'ada', channel: 'design', button: 'Make another' });

  expect(offered).toContain('There already is a room *Design review* in this channel, made by <@U0BEN>.');
  expect(askedRooms(app)).toHaveLength(2);
  expect(String(cardOf(app, 'design')['text'])).toContain('a video room by <@U0ADA>');
});

describe('the shortcut "New meeting room"', () => {
  test('opens the dialog from anywhere; whoever is in the channel chosen gets the room there', async () => {
    const app = await roomtone();

    await app.slack.workspace.shortcut({ user: 'ben', shortcut: 'New meeting room' });
    await submit(app, 'ben', { Title: 'Design review', channel: 'design' });

    expect(String(cardOf(app, 'design')['text'])).toContain('a video room by <@U0BEN>');
    expect(toldTo(app, 'ben')).toEqual([expect.stringContaining('is ready and you are its host.')]);
  });

  test('Slack does not open the dialog: told by direct message', async () => {
    const app = await roomtone();
    await slackFaults(app, { error: 'internal_error', methods: ['views.open'] });

    await app.slack.workspace.shortcut({ user: 'ben', shortcut: 'New meeting room' });
    await app.settle();

    expect(texts(app.slack.workspace.directMessages('ben'))).toEqual([
      expect.stringContaining('Slack did not open the dialog.'),
    ]);
    expect(buttonsOf(app.slack.workspace.directMessages('ben')[0])).toEqual(['New meeting room']);
  });
});

describe('the shortcut "Start a room here"', () => {
  const here = 'Start a room here';
  async function message(app: Roomtone, channel = 'general', threadTs?: string): Promise<string> {
    await app.slack.workspace.message({
      user: 'ben',
      channel,
      text: 'Shall we talk?',
      ...(threadTs !== undefined && { thread_ts: threadTs }),
    });
    return String(app.slack.workspace.messages(channel).at(-1)?.['ts']);
  }

  test('on a message: the card is a reply to it, and so are the recording messages', async () => {
    const app = await roomtone();
    const ts = await message(app);

    await app.slack.workspace.messageShortcut({
      user: 'ada',
      channel: 'general',
      message_ts: ts,
      shortcut: here,
    });
    expect(fieldsOf(app.slack.workspace.openDialog('ada'))).not.toContain(
      'Channel for its card and recordings',
    );
    await submit(app, 'ada', { Title: 'Design review' });

    const { room_id: roomId } = await roomOf(app, 'Design review');
    await recordedMeeting(app, { roomId, callbackUrl: await callbackUrlOf(app, roomId) });

    expect(texts(app.slack.workspace.thread('general', ts))).toEqual([
      'Shall we talk?',
      expect.stringContaining('*Design review*: a video room'),
      expect.stringContaining('Recording started'),
      expect.stringContaining('Recording ended'),
      expect.stringContaining('Recording ready'),
    ]);
    expect(toldTo(app, 'ada')).toEqual([expect.stringContaining('is ready and you are its host.')]);
  });

  test('on a reply: in the same thread', async () => {
    const app = await roomtone();
    const ts = await message(app);
    const reply = await message(app, 'general', ts);

    await app.slack.workspace.messageShortcut({
      user: 'ada',
      channel: 'general',
      message_ts: reply,
      shortcut: here,
    });
    await submit(app, 'ada', { Title: 'Design review' });

    expect(app.slack.workspace.thread('general', ts)).toHaveLength(3);
  });

  test('where the app can’t post: said at the one field that is there', async () => {
    const app = await roomtone();
    const ts = await message(app, 'leads');

    await app.slack.workspace.messageShortcut({
      user: 'ada',
      channel: 'leads',
      message_ts: ts,
      shortcut: here,
    });
    const { errors } = await submit(app, 'ada', { Title: 'Design review' });

    expect(errors).toEqual({ title: "I can't post in that channel. Type /invite @Roomtone there first." });
  });

  test('in a direct message: told privately that it can’t be, and what can', async () => {
    const app = await roomtone();
    const ts = await message(app, 'D0ADABEN');

    await app.slack.workspace.messageShortcut({
      user: 'ada',
      channel: 'D0ADABEN',
      message_ts: ts,
      shortcut: here,
    });
    await app.settle();

    expect(toldTo(app, 'ada')).toEqual([expect.stringContaining("I can't post in this conversation")]);
    expect(app.slack.workspace.views('ada')).toEqual([]);
  });
});
