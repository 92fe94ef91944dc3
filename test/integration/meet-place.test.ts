import { describe, expect, test } from 'vitest';
import { submit } from '../support/fill-in.ts';
import {
  askedRooms,
  buttonsOf,
  cardOf,
  clickOn,
  recordingMessages,
  texts,
  toldTo,
} from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';

test('a public channel the app is in none of: the card appears there', async () => {
  const app = await roomtone();

  await app.meet('Design review', { channel: 'design' });

  expect(cardOf(app, 'design')['text']).toContain('*Design review*: a video room by <@U0ADA>');
  expect(toldTo(app, 'ada').at(-1)).not.toContain('direct messages');
});

test('a private channel without the app: only the person hears it; after /invite, Try again makes the room', async () => {
  const app = await roomtone();

  await app.meet('Roadmap', { channel: 'leads' });
  expect(toldTo(app, 'ada').at(-1)).toBe(
    "I can't post in this channel, so no room was made for *Roadmap*.\n" +
      'Type `/invite @Roomtone` here, then press Try again.',
  );
  expect(app.slack.workspace.messages('leads')).toEqual([]);
  expect(app.slack.workspace.ephemerals('ben')).toEqual([]);
  expect(askedRooms(app)).toEqual([]);

  // Pressed too early, the same is said again, in place.
  await clickOn(app, { user: 'ada', channel: 'leads', button: 'Try again' });
  expect(toldTo(app, 'ada')).toEqual([
    expect.stringContaining('Making the room *Roadmap*'),
    expect.stringContaining("I can't post in this channel"),
  ]);

  await app.slack.workspace.command({ user: 'ada', channel: 'leads', text: '/invite @Roomtone' });
  await clickOn(app, { user: 'ada', channel: 'leads', button: 'Try again' });

  expect(cardOf(app, 'leads')['text']).toContain('*Roadmap*: a video room by <@U0ADA>');
  expect(toldTo(app, 'ada')).toEqual([
    expect.stringContaining('Making the room *Roadmap*'),
    expect.stringContaining('*Roadmap* is ready and you are its host'),
  ]);
  expect(askedRooms(app)).toHaveLength(1);
});

test.each([
  ['/meet', 'rooms', 'This channel has no rooms yet.'],
  ['/recordings', '', 'This channel has no recordings yet.'],
  ['/recordings', 'budget', 'No recording of this channel was found.'],
])('%s %s in a private channel without the app: answered in a sentence', async (command, text, answer) => {
  const app = await roomtone();

  await app.slack.workspace.command({ user: 'ada', channel: 'leads', text, command });
  await app.settle();

  expect(toldTo(app, 'ada')).toEqual([expect.stringContaining(answer)]);
});

test('/meet settings in a private channel without the app: what members choose can be chosen there', async () => {
  const app = await roomtone();

  await app.slack.workspace.command({ user: 'ada', channel: 'leads', text: 'settings', command: '/meet' });
  await submit(app, 'ada', { notify: 'quiet' });

  expect(toldTo(app, 'ada')).toEqual(['The settings are saved.']);
});

test('an archived channel: only the person hears it, and there is nothing to try again', async () => {
  const app = await roomtone();

  await app.meet('Post mortem', { channel: 'old-project' });

  expect(toldTo(app, 'ada').at(-1)).toBe(
    'This channel is archived, so no room was made for *Post mortem*.\nMake it in another channel.',
  );
  expect(buttonsOf(app.slack.workspace.ephemerals('ada').at(-1))).toEqual([]);
  expect(app.slack.workspace.messages('old-project')).toEqual([]);
  expect(askedRooms(app)).toEqual([]);
});

describe.each([
  ['a direct message', 'D0ADABEN'],
  ['a group message', 'G0TRIO'],
])('%s', (_what, channel) => {
  test('the card goes to the direct messages of its host alone, and the answer says so', async () => {
    const app = await roomtone();

    await app.meet('Quick call', { channel });

    expect(toldTo(app, 'ada').at(-1)).toContain(
      'Its card and its recordings go to your direct messages with this app. Only you see this.',
    );
    expect(cardOf(app, 'D0ADAAPP')['text']).toContain('*Quick call*: a video room by <@U0ADA>');
    expect(app.slack.workspace.messages(channel)).toEqual([]);
  });

  test('its recording: announced to the host alone, who gets the link there', async () => {
    const app = await roomtone();
    const room = await openRoom(app, 'Quick call', { channel });

    await recordedMeeting(app, room);

    const messages = recordingMessages(app, 'D0ADAAPP');
    expect(messages.map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
    expect(messages.at(-1)?.text).toContain('can get the link there; you and admins can delete it.');
    expect(app.slack.workspace.messages(channel)).toEqual([]);
    await clickOn(app, { user: 'ada', channel: 'D0ADAAPP', button: 'Get link' });
    expect(toldTo(app, 'ada').at(-1)).toContain('Here is the recording of *Quick call*');
  });

  test('Try again after a failure and Make another: to the direct messages as well', async () => {
    const app = await roomtone();
    app.meetings.control.setFaults({ status: 500 });
    await app.meet('Quick call', { channel });
    app.meetings.control.setFaults({});

    await clickOn(app, { user: 'ada', channel, button: 'Try again' });
    await app.meet('Quick call', { channel });
    await clickOn(app, { user: 'ada', channel, button: 'Make another' });

    expect(app.slack.workspace.messages(channel)).toEqual([]);
    expect(texts(app.slack.workspace.messages('D0ADAAPP'))).toEqual([
      expect.stringContaining('*Quick call*: a video room'),
      expect.stringContaining('*Quick call*: a video room'),
    ]);
  });
});

test('the direct messages with the app itself: card, recording and link are there', async () => {
  const app = await roomtone();
  await app.meet('Quick call', { channel: 'D0ADABEN' });

  const room = await openRoom(app, 'Focus time', { channel: 'D0ADAAPP' });
  await recordedMeeting(app, room);
  await clickOn(app, { user: 'ada', channel: 'D0ADAAPP', button: 'Get link' });

  expect(recordingMessages(app, 'D0ADAAPP').at(-1)?.text).toContain('can get the link there');
  expect(toldTo(app, 'ada').at(-1)).toContain('Here is the recording of *Focus time*');
});
