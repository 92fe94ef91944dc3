import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { recordingMessages, roomOf } from '../support/in-slack.ts';
import { roomtoneBehindProxy } from '../support/meetings-proxy.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const TOKEN = 'token-of-the-application';
const env = { CALLBACK_TOKEN: TOKEN };
const DAY_MS = 24 * 3_600_000;

const applicationUrl = (app: Roomtone) => `${app.url}/callbacks/meetings/${TOKEN}`;
const stages = (app: Roomtone, channel = 'general') =>
  recordingMessages(app, channel).map(({ stage }) => stage);

test('recording callbacks without a room come before the session is known: kept, and told once it is', async () => {
  const app = await roomtone({ env });
  const { roomId } = await openRoom(app);
  const { started, ended, sessionStarted } = callbacksOf(await unheardMeeting(app, roomId));

  expect(await deliver(applicationUrl(app), ended)).toBe(204);
  expect(await deliver(applicationUrl(app), started)).toBe(204);
  await app.settle();
  expect(stages(app)).toEqual([]);

  expect(await deliver(applicationUrl(app), sessionStarted)).toBe(204);
  await app.settle();
  expect(stages(app)).toEqual(['started', 'ended']);
});

test('any callback that names the room resolves what was kept: a participant, an upload', async () => {
  const app = await roomtone({ env });
  const design = await openRoom(app, 'Design review', { channel: 'design' });
  const board = await openRoom(app, 'Board meeting');
  const inDesign = callbacksOf(await unheardMeeting(app, design.roomId));
  const inBoard = callbacksOf(await unheardMeeting(app, board.roomId));

  await deliver(applicationUrl(app), inDesign.started);
  await deliver(applicationUrl(app), inBoard.ended);
  await deliver(applicationUrl(app), inDesign.joined({ participantId: 'p1', name: 'Ada' }));
  await deliver(applicationUrl(app), inBoard.uploaded);
  await app.settle();

  expect(stages(app, 'design')).toEqual(['started']);
  expect(stages(app, 'general')).toEqual(['started', 'ended', 'ready']);
});

test("a room's own address resolves what came to the application's address", async () => {
  const app = await roomtone({ env });
  const { roomId, callbackUrl } = await openRoom(app);
  const { started, ended } = callbacksOf(await unheardMeeting(app, roomId));

  await deliver(applicationUrl(app), started);
  await deliver(callbackUrl, ended);
  await app.settle();

  expect(stages(app)).toEqual(['started', 'ended']);
});

test('callbacks overtake the answer to POST /rooms: told once the room is known', async () => {
  const { app, proxy } = await roomtoneBehindProxy({ env });
  const gate = Promise.withResolvers<void>();
  const made = Promise.withResolvers<void>();
  proxy.intercept = async (what, passOn) => {
    const answer = await passOn();
    made.resolve();
    if (what === 'POST /rooms') await gate.promise;
    return answer;
  };
  await app.slack.workspace.command({ user: 'ada', channel: 'general', text: 'Design review' });
  await made.promise;
  const { room_id: roomId } = await roomOf(app, 'Design review');
  const { sessionStarted, started, uploaded } = callbacksOf(await unheardMeeting(app, roomId));
  for (const body of [sessionStarted, started, uploaded]) {
    expect(await deliver(applicationUrl(app), body)).toBe(204);
  }
  expect(app.sql('select room_key from recordings')).toEqual([{ room_key: null }]);

  gate.resolve();
  await app.settle();

  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
});

test('callbacks of a room that is none of ours: kept for 7 days, never told, then dropped', async () => {
  const app = await roomtone({ env });
  const { roomId } = await openRoom(app);
  const meeting = await unheardMeeting(app, roomId);
  const { sessionStarted, started } = callbacksOf({ ...meeting, roomId: 'a-room-of-another-product' });
  const kept = () => [
    app.sql('select session_id from sessions'),
    app.sql('select recording_id from recordings'),
  ];

  await deliver(applicationUrl(app), sessionStarted);
  await deliver(applicationUrl(app), started);
  await app.pass(7 * DAY_MS - 3_600_000);
  expect(kept()).toEqual([[{ session_id: meeting.sessionId }], [{ recording_id: meeting.recordingId }]]);

  await app.pass(2 * 3_600_000);
  expect(kept()).toEqual([[], []]);
  expect(stages(app)).toEqual([]);
});

test("the application's own address: both tokens of a rotation are taken, a third is not", async () => {
  const app = await roomtone({ env: { CALLBACK_TOKEN: 'application-token-new, application-token-old' } });
  const { roomId } = await openRoom(app);
  const { sessionStarted, started, ended } = callbacksOf(await unheardMeeting(app, roomId));
  const address = (token: string) => `${app.url}/callbacks/meetings/${token}`;

  expect(await deliver(address('application-token-none'), sessionStarted)).toBe(404);
  expect(await deliver(address('application-token-old'), sessionStarted)).toBe(204);
  expect(await deliver(address('application-token-old'), started)).toBe(204);
  expect(await deliver(address('application-token-new'), ended)).toBe(204);

  await app.settle();
  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended']);
});
