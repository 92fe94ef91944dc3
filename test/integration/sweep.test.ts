import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { buttonsOf, cardOf, slackFaults } from '../support/in-slack.ts';
import { openRoom } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const sweeps = (app: Roomtone) =>
  app.sql<{ state: string; run_at: number }>("select state, run_at from jobs where name = 'sweep'");

test('housekeeping: once a minute, one of it at a time, restarts included', async () => {
  const app = await roomtone();
  const done = () => app.log.filter(({ job, outcome }) => job === 'sweep' && outcome === 'done').length;
  await app.settle();

  for (const turn of [1, 2, 3]) {
    expect(done()).toBe(turn);
    expect(sweeps(app)).toMatchObject([{ state: 'waiting' }]);
    expect(sweeps(app)[0]?.run_at).toBeGreaterThan(app.now());
    await app.pass(MINUTE_MS);
  }
  await app.restart();
  await app.settle();

  expect(done()).toBe(5);
  expect(sweeps(app)).toMatchObject([{ state: 'waiting' }]);
});

test('an instant room nobody came to, its time over: closes by the clock, and its card loses Join', async () => {
  const app = await roomtone();
  await openRoom(app);
  expect(buttonsOf(cardOf(app, 'general'))).toContain('Join');

  await app.pass(9 * MINUTE_MS);
  expect(buttonsOf(cardOf(app, 'general'))).toContain('Join');
  await app.pass(2 * MINUTE_MS);

  expect(app.sql('select state from rooms')).toEqual([{ state: 'expired' }]);
  expect(buttonsOf(cardOf(app, 'general'))).not.toContain('Join');
});

test('a room somebody is in, its time over: stays open until 10 minutes after they left', async () => {
  const app = await roomtone();
  const { roomId, callbackUrl } = await openRoom(app);
  const state = () => app.sql<{ state: string }>('select state from rooms')[0]?.state;
  const startedAt = app.now();
  const session = (endedAt: number) =>
    callbacksOf({ roomId, sessionId: 'session-1', recordingId: 'recording-1', startedAt, endedAt });
  await deliver(callbackUrl, session(startedAt).sessionStarted);

  await app.pass(60 * MINUTE_MS);
  expect(state()).toBe('open');
  await deliver(callbackUrl, session(app.now()).sessionEnded);
  await app.pass(9 * MINUTE_MS);
  expect(state()).toBe('open');
  await app.pass(2 * MINUTE_MS);

  expect(state()).toBe('expired');
});

test('what was kept for a week: goes by itself, rooms and what was posted stay', async () => {
  const app = await roomtone();
  await openRoom(app);
  expect(app.sql('select key from inbox')).not.toEqual([]);

  await app.pass(8 * DAY_MS);

  expect(app.sql("select key from inbox where kind <> 'remind-hosts'")).toEqual([]);
  expect(app.sql('select room_key from rooms')).toHaveLength(1);
  expect(app.sql('select subject from posts')).toHaveLength(1);
});

test('the response_url of somebody who could not be answered: is forgotten 30 minutes later, the buried job is kept', async () => {
  const app = await roomtone();
  const buried = () => app.sql<{ payload: string }>("select payload from jobs where state = 'buried'");
  await slackFaults(app, { status: 500 });
  await app.slack.workspace.command({ user: 'ada', channel: 'general', command: '/recordings', text: '' });
  await app.pass(5 * MINUTE_MS);
  expect(buried()[0]?.payload).toContain(`"responseUrl":"${app.slack.url}`);
  const jobs = buried().length;

  await app.pass(26 * MINUTE_MS);

  expect(buried()).toHaveLength(jobs);
  expect(JSON.stringify(buried())).not.toContain(app.slack.url);
});
