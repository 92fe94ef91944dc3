import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { buttonsOf, cardOf, recordingMessages } from '../support/in-slack.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ada = { participantId: 'p1', name: 'Ada' };
const ben = { participantId: 'p2', name: 'Ben' };

const stages = (app: Roomtone) => recordingMessages(app, 'general').map(({ stage }) => stage);
const isEnded = (app: Roomtone) =>
  app.sql<{ ended: number }>('select count(*) as ended from sessions where ended_at is not null')[0]
    ?.ended === 1;

/** A room with a recorded session, and what tells the app of it. */
async function session(app: Roomtone, command?: string) {
  const { roomId, callbackUrl } = await openRoom(app, command);
  const callbacks = callbacksOf(await unheardMeeting(app, roomId));
  const tell = async (...bodies: unknown[]) => {
    for (const body of bodies) expect(await deliver(callbackUrl, body)).toBe(204);
    await app.settle();
  };
  const expired = { event: 'room:expired', room_id: roomId, room_type: 'instant' };
  return { ...callbacks, expired, tell };
}

test('session:ended is lost: 10 minutes after the last one left it is over, its room closes, its recording is found', async () => {
  const app = await roomtone();
  const { tell, sessionStarted, joined, left } = await session(app);
  await tell(sessionStarted, joined(ada), joined(ben), left(ada));
  await app.pass(15 * MINUTE_MS);
  await tell(left(ben));

  await app.pass(9 * MINUTE_MS);
  expect(isEnded(app)).toBe(false);
  expect(buttonsOf(cardOf(app, 'general'))).toContain('Join');
  await app.pass(2 * MINUTE_MS);
  expect(isEnded(app)).toBe(true);
  expect(buttonsOf(cardOf(app, 'general'))).not.toContain('Join');

  await app.pass(3 * MINUTE_MS);
  expect(stages(app)).toEqual(['ready']);
});

test('the last one leaves and comes back: the session goes on, and its room stays open', async () => {
  const app = await roomtone();
  const { tell, joined, left } = await session(app);
  await tell(joined(ada), left(ada));
  await app.pass(9 * MINUTE_MS);

  await tell(joined(ada));
  await app.pass(30 * MINUTE_MS);

  expect(isEnded(app)).toBe(false);
  expect(buttonsOf(cardOf(app, 'general'))).toContain('Join');
});

test('somebody leaves again and again as told: the 10 minutes count from the first time', async () => {
  const app = await roomtone();
  const { tell, joined, left } = await session(app);
  await tell(joined(ada), left(ada));
  await app.pass(6 * MINUTE_MS);
  await tell(left(ada));

  await app.pass(5 * MINUTE_MS);

  expect(isEnded(app)).toBe(true);
});

test('only room:expired tells that all is over: the session ends with its room, its recording is found', async () => {
  const app = await roomtone();
  const { tell, joined, expired } = await session(app);
  await tell(joined(ada), expired);
  expect(isEnded(app)).toBe(true);

  await app.pass(3 * MINUTE_MS);

  expect(stages(app)).toEqual(['ready']);
});

test('somebody joined, and nothing else was ever told: a day later it is over, its recording is found, its room closes', async () => {
  const app = await roomtone();
  const { tell, joined } = await session(app);
  await tell(joined(ada));
  await app.pass(23 * HOUR_MS);
  expect(isEnded(app)).toBe(false);

  await app.pass(HOUR_MS);
  expect(isEnded(app)).toBe(true);
  await app.pass(11 * MINUTE_MS);

  expect(stages(app)).toEqual(['ready']);
  expect(buttonsOf(cardOf(app, 'general'))).not.toContain('Join');
});

test('the end was made up too early, then told: the recording is looked for from the told end on', async () => {
  const app = await roomtone();
  const { tell, joined, left, sessionEnded } = await session(app, 'Workshop --manual');
  app.meetings.control.setFaults({ status: 404, methods: ['GET /sessions/:id/recordings'] });
  await tell(joined(ada), left(ada));
  for (let minutes = 0; minutes < 60; minutes += 10) await app.pass(10 * MINUTE_MS);
  expect(isEnded(app)).toBe(true);
  app.meetings.control.setFaults({});

  await tell(sessionEnded);
  await app.pass(3 * MINUTE_MS);

  expect(stages(app)).toEqual(['ready']);
});

test('a long-term room: a session that is over by the clock leaves it open', async () => {
  const app = await roomtone();
  const { tell, joined, left } = await session(app, 'Weekly sync --for 30d');
  await tell(joined(ada), left(ada));

  await app.pass(30 * MINUTE_MS);

  expect(isEnded(app)).toBe(true);
  expect(buttonsOf(cardOf(app, 'general'))).toContain('Join');
});
