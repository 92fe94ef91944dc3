import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { buttonsOf, recordingMessages, slackFaults } from '../support/in-slack.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const TIMES = 10;

/** The same callback ten times at once. */
async function flood(url: string, body: unknown): Promise<number[]> {
  return Promise.all(Array.from({ length: TIMES }, () => deliver(url, body)));
}

const taken = Array.from({ length: TIMES }, () => 204);

/** Calls to Slack that changed a channel. */
function callsToSlack(app: Roomtone, method: string): number {
  return app.traffic.recent().filter(({ kind, title }) => kind === 'slack-api' && title === method).length;
}

test('each recording callback ten times at once: one message each, never posted again', async () => {
  const app = await roomtone();
  const { callbackUrl, roomId } = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, roomId));
  const posted = callsToSlack(app, 'chat.postMessage');

  for (const body of [started, ended, uploaded]) {
    expect(await flood(callbackUrl, body)).toEqual(taken);
    await app.settle();
  }

  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
  expect(callsToSlack(app, 'chat.postMessage') - posted).toBe(3);
});

test('all recording callbacks ten times at once, together: one message each', async () => {
  const app = await roomtone();
  const { callbackUrl, roomId } = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, roomId));

  await Promise.all([uploaded, started, ended].map((body) => flood(callbackUrl, body)));
  await app.settle();

  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
});

test('callbacks come while Slack is still taking a message: one message each', async () => {
  // Without Slack's limits a second message would stand there, too.
  const app = await roomtone({ rateLimits: 'off' });
  const { callbackUrl, roomId } = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, roomId));
  await slackFaults(app, { delay_ms: 200, methods: ['chat.postMessage'] });

  for (const body of [started, ended, uploaded]) {
    await flood(callbackUrl, body);
    // The channel's pause is over, the message before is not there yet.
    app.advance(2_000);
  }
  await app.settle();

  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
});

test('the same callback again after days and a restart: still one message', async () => {
  const app = await roomtone();
  const { callbackUrl, roomId } = await openRoom(app);
  const { started } = callbacksOf(await unheardMeeting(app, roomId));
  await flood(callbackUrl, started);
  await app.settle();

  await app.restart();
  await app.pass(6 * 24 * 3_600_000);
  expect(await flood(callbackUrl, started)).toEqual(taken);
  await app.pass(8 * 24 * 3_600_000);
  expect(await flood(callbackUrl, started)).toEqual(taken);

  await app.settle();
  // What the other callbacks would have told was found at the provider in the meantime.
  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
});

test('session callbacks ten times at once: one session, each participant in it once, no message', async () => {
  const app = await roomtone();
  const { callbackUrl, roomId } = await openRoom(app);
  const callbacks = callbacksOf(await unheardMeeting(app, roomId));
  const ada = { participantId: 'p1', name: 'Ada' };
  const inside = () => app.sql<{ participants: string }>('select participants from sessions');

  await flood(callbackUrl, callbacks.sessionStarted);
  await flood(callbackUrl, callbacks.joined(ada));
  expect(inside()).toEqual([
    { participants: JSON.stringify([{ participantId: 'p1', name: 'Ada', isHost: false }]) },
  ]);
  await flood(callbackUrl, callbacks.left(ada));
  expect(inside()).toEqual([{ participants: '[]' }]);
  expect(await flood(callbackUrl, callbacks.sessionEnded)).toEqual(taken);

  await app.settle();
  expect(app.slack.workspace.messages('general').filter((m) => m['bot_id'] !== undefined)).toHaveLength(1);
});

test('room:expired ten times at once: the card is rewritten once, without Join', async () => {
  const app = await roomtone();
  const { callbackUrl, roomId } = await openRoom(app);
  const expired = { event: 'room:expired', room_id: roomId, room_type: 'instant' };

  expect(await flood(callbackUrl, expired)).toEqual(taken);

  await app.settle();
  expect(callsToSlack(app, 'chat.update')).toBe(1);
  expect(buttonsOf(app.slack.workspace.messages('general').at(-1))).toEqual(['Open again', 'Recordings']);
});
