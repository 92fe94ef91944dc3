import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { recordingMessages } from '../support/in-slack.ts';
import { looksAt, notUploaded, passLooks } from '../support/looks.ts';
import { type MeetingsProxy, type ProxyAnswer, roomtoneBehindProxy } from '../support/meetings-proxy.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const stages = (app: Roomtone) => recordingMessages(app, 'general').map(({ stage }) => stage);
const endedText = (app: Roomtone) =>
  recordingMessages(app, 'general').find(({ stage }) => stage === 'ended')?.text;
const buried = (app: Roomtone) => app.sql("select name, last_error from jobs where state = 'buried'");
const inVain = (app: Roomtone) =>
  app.log.filter(({ msg }) => String(msg).startsWith('recordings are missing')).length;

/** A recording that has just ended, all but its upload told of; `provider` can be made to answer something else. */
async function endedRecording() {
  const { app, proxy: provider } = await roomtoneBehindProxy();
  const room = await openRoom(app);
  const meeting = await unheardMeeting(app, room.roomId, app.now() - 32 * MINUTE_MS);
  const { sessionStarted, started, ended, sessionEnded, uploaded } = callbacksOf(meeting);
  for (const body of [sessionStarted, started, ended, sessionEnded]) await deliver(room.callbackUrl, body);
  await app.settle();
  const tellUpload = async () => {
    await deliver(room.callbackUrl, uploaded);
    await app.settle();
  };
  return { app, provider, meeting, tellUpload };
}

const passOn: MeetingsProxy['intercept'] = (_what, pass) => pass();
/** Not tried again by the client itself, as a 503 would be. */
const refused = async (): Promise<ProxyAnswer> => ({ status: 401, body: undefined });

test('the video takes its time: "being uploaded", "still processing", then "late", and ready when it is', async () => {
  const { app, provider } = await endedRecording();
  provider.intercept = notUploaded;

  await app.pass(10 * MINUTE_MS);
  expect(endedText(app)).toContain('is being uploaded');
  await passLooks(app, 31 * MINUTE_MS);
  expect(endedText(app)).toContain('still being processed');
  await app.pass(6 * HOUR_MS);
  expect(endedText(app)).toContain('is late');

  provider.intercept = passOn;
  await app.pass(6 * HOUR_MS);
  expect(endedText(app)).toContain('The video is ready');
  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
});

test('the video never comes: asked 13 times in 3 days, then it says so, and who operates the app can see it', async () => {
  const { app, provider, meeting } = await endedRecording();
  provider.intercept = notUploaded;

  await passLooks(app);

  expect(endedText(app)).toContain(`could not be found`);
  expect(endedText(app)).toContain(meeting.recordingId);
  expect(looksAt(app, meeting.sessionId)).toBe(13);
  expect(inVain(app)).toBe(1);
  await app.pass(30 * 24 * HOUR_MS);
  expect(looksAt(app, meeting.sessionId)).toBe(13);
  expect(buried(app)).toEqual([]);
});

test('the video was given up, then its upload is told after all: ready', async () => {
  const { app, provider, tellUpload } = await endedRecording();
  provider.intercept = notUploaded;
  await passLooks(app);

  provider.intercept = passOn;
  await tellUpload();

  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
  expect(endedText(app)).toContain('The video is ready');
});

test('the upload is told, but cannot be read for an hour: "still processing", then ready, and no job is given up', async () => {
  const { app, provider, tellUpload } = await endedRecording();
  provider.intercept = notUploaded;
  await tellUpload();
  expect(stages(app)).toEqual(['started', 'ended']);

  await passLooks(app, 31 * MINUTE_MS);
  expect(endedText(app)).toContain('still being processed');
  expect(buried(app)).toEqual([]);

  provider.intercept = passOn;
  await app.pass(HOUR_MS);
  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
});

test('the provider gives no usable answer for a day: nothing is given up, the video is found when it is back', async () => {
  const { app, provider } = await endedRecording();
  provider.intercept = refused;
  await passLooks(app, 25 * HOUR_MS);
  expect(stages(app)).toEqual(['started', 'ended']);
  expect(endedText(app)).toContain('is late');

  provider.intercept = passOn;
  await app.pass(12 * HOUR_MS);

  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
  expect(buried(app)).toEqual([]);
});

test('the provider gives none for all of the 3 days: the last look is kept for an operator', async () => {
  const { app, provider } = await endedRecording();
  provider.intercept = refused;
  await passLooks(app);

  expect(buried(app)).toEqual([
    { name: 'reconcile-session', last_error: expect.stringContaining('meetings') },
  ]);
});

test('a session of which nothing was recorded: asked for 3 days if it should have been, else three times, else not', async () => {
  const app = await roomtone();
  const asked: Record<string, number> = {};
  for (const command of ['A', 'B --host-only', 'C --manual', 'D --no-recording']) {
    const { roomId, callbackUrl } = await openRoom(app, command);
    const meeting = { roomId, sessionId: `of-${command[0]}`, recordingId: '', startedAt: 0, endedAt: 0 };
    await deliver(callbackUrl, callbacksOf(meeting).sessionEnded);
    await passLooks(app);
    asked[command] = looksAt(app, meeting.sessionId);
  }

  expect(asked).toEqual({ A: 13, 'B --host-only': 3, 'C --manual': 3, 'D --no-recording': 0 });
  expect(stages(app)).toEqual([]);
  expect(inVain(app)).toBe(1);
});
