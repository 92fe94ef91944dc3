import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { recordingMessages, texts } from '../support/in-slack.ts';
import { type ProxyAnswer, roomtoneBehindProxy } from '../support/meetings-proxy.ts';
import { openRoom, recordedMeeting, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const HOUR_MS = 60 * 60_000;

const stages = (app: Roomtone, channel = 'general') =>
  recordingMessages(app, channel).map(({ stage }) => stage);

const member = (changes: object) => (answer: ProxyAnswer) => ({
  ...answer,
  body: { ...(answer.body as object), ...changes },
});

test('the API says it is not uploaded yet: not announced as ready; announced once the API says so', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  const room = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, room.roomId));
  await deliver(room.callbackUrl, started);
  await deliver(room.callbackUrl, ended);
  await app.settle();
  proxy.intercept = async (what, passOn) =>
    what.startsWith('GET /recordings/')
      ? member({ status: 'stopped', _links: {} })(await passOn())
      : passOn();

  await deliver(room.callbackUrl, uploaded);
  await app.settle();
  expect(stages(app)).toEqual(['started', 'ended']);

  proxy.intercept = (_what, passOn) => passOn();
  await app.pass(60_000);
  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
});

test('the API answers 404, then nothing, then has it: nothing is said before, everything in order then', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  const room = await openRoom(app);
  const { uploaded } = callbacksOf(await unheardMeeting(app, room.roomId));

  proxy.intercept = async () => ({ status: 404, body: { name: 'NotFoundError', status: 404 } });
  await deliver(room.callbackUrl, uploaded);
  await app.settle();
  expect(stages(app)).toEqual([]);

  proxy.intercept = async () => 'hang up';
  await app.pass(60_000);
  expect(stages(app)).toEqual([]);

  proxy.intercept = (_what, passOn) => passOn();
  await app.pass(5 * 60_000);
  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
});

test('the API knows the recording under another session: never announced, forgotten', async () => {
  const app = await roomtone();
  const own = await openRoom(app, 'Design review', { channel: 'design' });
  const other = await openRoom(app, 'Board meeting');
  const { sessionStarted, uploaded } = callbacksOf(await unheardMeeting(app, own.roomId));
  const meeting = await unheardMeeting(app, other.roomId);
  const real = callbacksOf(meeting);
  await deliver(own.callbackUrl, sessionStarted);

  // We have not heard of the other room's recording yet, so only the API can tell whose it is.
  const forged = { ...uploaded, recording_id: meeting.recordingId };
  expect(await deliver(own.callbackUrl, forged)).toBe(204);
  await app.settle();
  expect(stages(app, 'design')).toEqual([]);
  expect(app.sql('select recording_id from recordings')).toEqual([]);

  for (const body of [real.started, real.ended, real.uploaded]) {
    expect(await deliver(other.callbackUrl, body)).toBe(204);
  }
  await app.settle();
  expect(stages(app, 'general')).toEqual(['started', 'ended', 'ready']);
  expect(stages(app, 'design')).toEqual([]);
});

test('a recording that does not exist is claimed: never announced, and given up, visibly', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  const meeting = await unheardMeeting(app, room.roomId);
  const { uploaded } = callbacksOf({ ...meeting, sessionId: 'no-such-session', recordingId: randomUUID() });

  expect(await deliver(room.callbackUrl, uploaded)).toBe(204);
  // Nobody told the session's end either: that takes a day, and then it is looked for during three.
  for (let day = 0; day <= 4; day += 0.5) await app.pass(12 * HOUR_MS);

  expect(stages(app)).toEqual([]);
  const { roomKey } = app.sql<{ roomKey: string }>('select room_key as "roomKey" from rooms')[0] ?? {};
  const vain = app.log.filter(({ msg }) => String(msg).startsWith('recordings are missing'));
  expect(vain).toMatchObject([{ level: 'warn', sessionId: 'no-such-session', roomKey }]);
  expect(app.sql("select name from jobs where state = 'buried' or name = 'announce-recording'")).toEqual([]);
});

test('the callback tells other times than the API: the length is what the API says', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  const { ended, uploaded } = callbacksOf(await unheardMeeting(app, room.roomId));
  const wrong = {
    started_at: '2026-11-22T10:00:00.000Z',
    ended_at: '2026-11-22T12:00:00.000Z',
    duration: '60',
  };

  await deliver(room.callbackUrl, { ...ended, ...wrong });
  await app.settle();
  expect(recordingMessages(app, 'general').at(-1)?.text).toContain('after 2 hours');
  await deliver(room.callbackUrl, { ...uploaded, ...wrong });
  await app.settle();

  expect(recordingMessages(app, 'general').map(({ text }) => text)).toEqual([
    expect.any(String),
    expect.stringContaining('after 32 minutes'),
    expect.stringContaining('32 minutes'),
  ]);
});

test('the API tells no times: start and end of the callbacks count, and the duration only without them', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  proxy.intercept = async (what, passOn) =>
    what.startsWith('GET /recordings/')
      ? member({ started_at: null, ended_at: null })(await passOn())
      : passOn();
  const room = await openRoom(app);
  const withTimes = callbacksOf(await unheardMeeting(app, room.roomId)).uploaded;
  const withoutTimes = callbacksOf(await unheardMeeting(app, room.roomId)).uploaded;

  await deliver(room.callbackUrl, { ...withTimes, duration: '60' });
  await deliver(room.callbackUrl, { ...withoutTimes, started_at: undefined, duration: 38 });
  await app.settle();

  const ready = recordingMessages(app, 'general').filter(({ stage }) => stage === 'ready');
  expect(ready.map(({ text }) => text)).toEqual([
    expect.stringContaining('32 minutes'),
    expect.stringContaining('38 seconds'),
  ]);
});

test('nothing of the link in a callback is ever fetched, shown or kept', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  await recordedMeeting(app, room);

  const shown = JSON.stringify(texts(app.slack.workspace.messages('general')));
  const kept = JSON.stringify([app.sql('select * from recordings'), app.sql('select * from jobs'), app.log]);
  expect(shown + kept).not.toContain('of-the-callback');
});
