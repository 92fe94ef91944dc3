import { expect, test } from 'vitest';
import { callbacksOf, deliver, type PastMeeting } from '../support/callbacks.ts';
import { buttonsOf, recordingMessages } from '../support/in-slack.ts';
import { looksAt, passLooks } from '../support/looks.ts';
import { type OpenRoom, openRoom, severalRecordings, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Callbacks = ReturnType<typeof callbacksOf>;

const stages = (app: Roomtone) => recordingMessages(app, 'general').map(({ stage }) => stage);

/** A meeting that is over, of which only those callbacks came. */
async function heardOf(app: Roomtone, room: OpenRoom, bodies: (callbacks: Callbacks) => unknown[]) {
  const meeting = await unheardMeeting(app, room.roomId);
  for (const body of bodies(callbacksOf(meeting))) expect(await deliver(room.callbackUrl, body)).toBe(204);
  await app.settle();
  return meeting;
}

test('recording:uploaded is lost: two minutes after the end it is found, and all is as if it had come', async () => {
  const app = await roomtone();
  const { sessionId } = await heardOf(app, await openRoom(app), (c) => [
    ...[c.sessionStarted, c.started, c.ended, c.sessionEnded],
  ]);
  await app.pass(MINUTE_MS);
  expect(stages(app)).toEqual(['started', 'ended']);

  await app.pass(2 * MINUTE_MS);

  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
  expect(recordingMessages(app, 'general')[1]?.text).toContain('The video is ready');
  await passLooks(app);
  expect(looksAt(app, sessionId)).toBe(1);
});

test('only recording:started came: its end and its video are found, and it loses Join', async () => {
  const app = await roomtone();
  await heardOf(app, await openRoom(app), (c) => [c.sessionStarted, c.started, c.sessionEnded]);
  expect(buttonsOf(recordingMessages(app, 'general')[0]?.message)).toEqual(['Join']);

  await app.pass(3 * MINUTE_MS);

  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
  expect(buttonsOf(recordingMessages(app, 'general')[0]?.message)).toEqual([]);
  expect(recordingMessages(app, 'general')[1]?.text).toContain('after 32 minutes');
});

test('every callback of a recording is lost: it is adopted, and posts ready only, with its start and end', async () => {
  const app = await roomtone();
  const meeting = await heardOf(app, await openRoom(app), (c) => [c.sessionStarted, c.sessionEnded]);

  await app.pass(3 * MINUTE_MS);

  const [ready, ...others] = recordingMessages(app, 'general');
  expect(others).toEqual([]);
  expect(ready).toMatchObject({ stage: 'ready', recordingId: meeting.recordingId });
  expect(ready?.text).toContain(`<!date^${Math.floor(meeting.startedAt / 1000)}^`);
  expect(ready?.text).toContain(` to <!date^${Math.floor(meeting.endedAt / 1000)}^`);
  expect(buttonsOf(ready?.message)).toEqual(['Get link', 'Delete']);
});

test('the callbacks of an adopted recording come after all: nothing is added to ready', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  const meeting = await heardOf(app, room, (c) => [c.sessionEnded]);
  await app.pass(3 * MINUTE_MS);

  const { started, ended, uploaded } = callbacksOf(meeting);
  for (const body of [started, ended, uploaded]) expect(await deliver(room.callbackUrl, body)).toBe(204);
  await passLooks(app);

  expect(stages(app)).toEqual(['ready']);
});

test('a session of two recordings, one never told of: both are ready, as 1 and 2 of 2', async () => {
  const app = await roomtone();
  const tell = await severalRecordings(app, await openRoom(app, 'Workshop --manual'), 2);
  await tell(0);

  await app.pass(3 * MINUTE_MS);

  const ready = recordingMessages(app, 'general').filter(({ stage }) => stage === 'ready');
  expect(ready.map(({ text }) => /\d of \d/.exec(text)?.[0])).toEqual(['1 of 2', '2 of 2']);
});

test('its session goes on for hours: the lost upload of a recording is found all the same', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  await heardOf(app, room, (c) => [c.sessionStarted, c.started, c.ended]);

  await app.pass(3 * MINUTE_MS);

  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
});

test('the app was away while a session ended and for a day after: the recording is found when it is back', async () => {
  const app = await roomtone();
  await heardOf(app, await openRoom(app), (c) => [c.sessionStarted, c.started, c.sessionEnded]);

  app.advance(24 * HOUR_MS);
  await app.restart();
  await app.settle();

  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
});

test('all callbacks come: the provider is asked once, and says nothing new', async () => {
  const app = await roomtone();
  const meeting: PastMeeting = await heardOf(app, await openRoom(app), (c) => [
    ...[c.sessionStarted, c.started, c.sessionEnded, c.ended, c.uploaded],
  ]);
  const before = recordingMessages(app, 'general');

  await passLooks(app);

  expect(looksAt(app, meeting.sessionId)).toBe(1);
  expect(recordingMessages(app, 'general')).toEqual(before);
});
