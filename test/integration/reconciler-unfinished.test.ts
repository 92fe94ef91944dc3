import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { buttonsOf, recordingMessages } from '../support/in-slack.ts';
import { looksAt, notUploaded, passLooks, unlisted } from '../support/looks.ts';
import { type MeetingsProxy, roomtoneBehindProxy } from '../support/meetings-proxy.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import type { Roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Callbacks = ReturnType<typeof callbacksOf>;

const stages = (app: Roomtone) => recordingMessages(app, 'general').map(({ stage }) => stage);
const passOn: MeetingsProxy['intercept'] = (_what, pass) => pass();

/** A recorded meeting of which only those callbacks came, at a provider that answers like that. */
async function heardOf(
  command: string,
  intercept: MeetingsProxy['intercept'],
  bodies: (callbacks: Callbacks) => unknown[],
) {
  const { app, proxy: provider } = await roomtoneBehindProxy();
  const room = await openRoom(app, command);
  const meeting = await unheardMeeting(app, room.roomId, app.now() - 32 * MINUTE_MS);
  provider.intercept = intercept;
  for (const body of bodies(callbacksOf(meeting))) await deliver(room.callbackUrl, body);
  await app.settle();
  return { app, provider, meeting };
}

test('only recording:started came, the provider still works on the video: the end it tells is announced', async () => {
  const { app } = await heardOf('Design review', notUploaded, (c) => [c.started, c.sessionEnded]);

  await app.pass(3 * MINUTE_MS);

  expect(stages(app)).toEqual(['started', 'ended']);
  expect(recordingMessages(app, 'general')[1]?.text).toContain('after 32 minutes.');
});

test('only recording:started came, and the provider knows no such recording: its end is that of the session, if late', async () => {
  const { app } = await heardOf('Design review', unlisted, (c) => [c.started, c.sessionEnded]);

  await app.pass(10 * MINUTE_MS);
  expect(stages(app)).toEqual(['started']);
  await app.pass(6 * MINUTE_MS);

  expect(stages(app)).toEqual(['started', 'ended']);
  expect(buttonsOf(recordingMessages(app, 'general')[0]?.message)).toEqual([]);
});

test('a recording nobody told of is not uploaded yet: it is looked for until it is, then adopted', async () => {
  const { app, provider } = await heardOf('Workshop --manual', notUploaded, (c) => [c.sessionEnded]);
  await passLooks(app, HOUR_MS);
  expect(stages(app)).toEqual([]);

  provider.intercept = passOn;
  await app.pass(2 * HOUR_MS);

  expect(stages(app)).toEqual(['ready']);
});

test('a recording has ended, its session has not: its lost upload is looked for until it is there', async () => {
  const { app, provider } = await heardOf('Workshop --manual', notUploaded, (c) => [c.started, c.ended]);
  await passLooks(app, 31 * MINUTE_MS);
  expect(stages(app)).toEqual(['started', 'ended']);

  provider.intercept = passOn;
  await app.pass(HOUR_MS);

  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
});

test('a room that does not record was recorded all the same: the lost upload is found', async () => {
  const callbacks = (c: Callbacks) => [c.sessionStarted, c.started, c.ended, c.sessionEnded];
  const { app } = await heardOf('Chat --no-recording', passOn, callbacks);

  await app.pass(3 * MINUTE_MS);

  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
});

test('the provider gives no usable answer: it is not asked again every minute', async () => {
  const refused: MeetingsProxy['intercept'] = async () => ({ status: 401, body: undefined });
  const { app, provider } = await heardOf('Design review', refused, (c) => [c.sessionEnded]);
  let asked = 0;
  provider.intercept = async () => {
    asked++;
    return { status: 401, body: undefined };
  };

  for (let minute = 0; minute < 12; minute++) await app.pass(MINUTE_MS);

  expect(asked).toBe(2);
});

test('a recording of another session in the list: is not adopted', async () => {
  const another: MeetingsProxy['intercept'] = async (what, pass) => {
    const { status, body } = await pass();
    if (!what.startsWith('GET /sessions/')) return { status, body };
    const text = JSON.stringify(body).replace(/"session_id":"[^"]*"/g, '"session_id":"another"');
    return { status, body: JSON.parse(text) };
  };
  const { app, meeting } = await heardOf('Design review', another, (c) => [c.sessionEnded]);

  await app.pass(3 * MINUTE_MS);

  expect(looksAt(app, meeting.sessionId)).toBe(1);
  expect(stages(app)).toEqual([]);
});
