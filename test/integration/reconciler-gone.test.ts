import { expect, test } from 'vitest';
import { buttonsOf, recordingMessages } from '../support/in-slack.ts';
import { looksAt, unlisted } from '../support/looks.ts';
import { type MeetingsProxy, roomtoneBehindProxy } from '../support/meetings-proxy.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The text of the message that once said "ready". */
const readyText = (app: Roomtone) => recordingMessages(app, 'general').at(-1)?.text;

const unknown: MeetingsProxy['intercept'] = async (what, passOn) =>
  /^GET \/(sessions|recordings)\//.test(what) ? { status: 404, body: { status: 404 } } : passOn();

test('a recording that was ready is gone at the provider: its message says so', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  await recordedMeeting(app, await openRoom(app));
  proxy.intercept = unknown;

  await app.pass(3 * MINUTE_MS);

  expect(readyText(app)).toContain('no longer available');
  expect(buttonsOf(recordingMessages(app, 'general').at(-1)?.message)).toEqual([]);
  expect(recordingMessages(app, 'general')[1]?.text).toContain('no longer available');
});

test('a recording is missing from its session’s list, but can be read: it stays', async () => {
  const { app, proxy } = await roomtoneBehindProxy();
  await recordedMeeting(app, await openRoom(app));
  proxy.intercept = unlisted;

  await app.pass(3 * MINUTE_MS);

  expect(readyText(app)).toContain('Recording ready');
});

test('its 30 days are over: its message says so, without anybody having asked', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app));

  await app.pass(29 * DAY_MS);
  expect(readyText(app)).toContain('Recording ready');
  app.meetings.control.advance((31 * DAY_MS) / 1000);
  await app.pass(DAY_MS);

  expect(readyText(app)).toContain('no longer available');
});

test('the provider keeps it longer: asked after pauses that double, until it is gone', async () => {
  const app = await roomtone();
  const { sessionId } = await recordedMeeting(app, await openRoom(app));
  // Nobody told the session's end, so that it is over takes a day.
  await app.pass(DAY_MS);
  await app.pass(3 * MINUTE_MS);
  const before = looksAt(app, sessionId);

  for (let day = 1; day < 40; day++) await app.pass(DAY_MS);
  expect(readyText(app)).toContain('Recording ready');
  // 30, 31, 33 and 37 days after its end, give or take the day.
  expect(looksAt(app, sessionId) - before).toBe(4);

  app.meetings.control.advance((31 * DAY_MS) / 1000);
  for (let day = 0; day < 8; day++) await app.pass(DAY_MS);
  expect(readyText(app)).toContain('no longer available');
  await app.pass(60 * DAY_MS);
  expect(looksAt(app, sessionId) - before).toBe(5);
});
