import { describe, expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { recordingMessages, toldTo } from '../support/in-slack.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { meetFields, sendSigned } from '../support/signed-request.ts';

/*
 * Somebody sets this machine's clock, or a virtual machine wakes up. Times in callbacks are the Meetings server's own;
 * what waits until a moment of ours comes at most as much later as the clock went back.
 */

const HOUR_MS = 3_600_000;
const stages = (app: Roomtone) => recordingMessages(app, 'general').map(({ stage }) => stage);
const buried = (app: Roomtone) => app.sql("select name from jobs where state = 'buried'");

/** In the middle of a recorded session. `aheadMs`: how far the clock is ahead of the right time. */
async function duringSession(aheadMs = 0) {
  const app = await roomtone();
  app.advance(aheadMs);
  const { roomId, callbackUrl } = await openRoom(app);
  const bodies = callbacksOf(await unheardMeeting(app, roomId));
  for (const body of [bodies.sessionStarted, bodies.started]) await deliver(callbackUrl, body);
  await app.settle();
  expect(stages(app)).toEqual(['started']);
  const end = async () => {
    for (const body of [bodies.ended, bodies.uploaded, bodies.sessionEnded]) {
      expect(await deliver(callbackUrl, body)).toBe(204);
    }
  };
  return { app, end };
}

describe('the clock goes forward by an hour', () => {
  test('in a session: its messages come as ever, once, and new rooms are made', async () => {
    const { app, end } = await duringSession();

    app.advance(HOUR_MS);
    await end();
    await app.settle();
    await app.meet('Retro', { user: 'ben' });

    expect(stages(app)).toEqual(['started', 'ended', 'ready']);
    expect(toldTo(app, 'ben').at(-1)).toContain('*Retro* is ready');
    await app.pass(HOUR_MS);
    expect(stages(app)).toEqual(['started', 'ended', 'ready']);
    expect(buried(app)).toEqual([]);
  });
});

describe('the clock goes back by an hour', () => {
  test('in a session: its messages come once each, at the latest when the clock is where it was', async () => {
    const { app, end } = await duringSession(HOUR_MS);

    app.advance(-HOUR_MS);
    await end();
    await app.settle();
    await app.pass(HOUR_MS);

    expect(stages(app)).toEqual(['started', 'ended', 'ready']);
    await app.pass(HOUR_MS);
    expect(stages(app)).toEqual(['started', 'ended', 'ready']);
    expect(buried(app)).toEqual([]);
  });

  test('somebody wants a room: at the latest when the clock is where it was, it is made and they are told', async () => {
    const { app } = await duringSession(HOUR_MS);

    app.advance(-HOUR_MS);
    await app.meet('Retro', { user: 'ben' });
    await app.pass(HOUR_MS);
    await app.pass(60_000);

    // By direct message: the address to answer at is dead by then.
    expect(app.slack.workspace.messages('D0BENAPP').at(-1)?.['text']).toContain('*Retro* is ready');
    expect(app.slack.workspace.messages('general').at(-1)?.['text']).toContain('*Retro*');
    expect(buried(app)).toEqual([]);
  });

  test('what housekeeping would have done goes on when the clock is where it was', async () => {
    const { app } = await duringSession(HOUR_MS);
    app.advance(-HOUR_MS);
    await app.settle();

    await app.pass(HOUR_MS + 60_000);

    const swept = app.log.filter(({ job, outcome }) => job === 'sweep' && outcome === 'done').length;
    expect(swept).toBeGreaterThan(1);
  });
});

test('a clock that is an hour slow: what Slack sends is refused, and taken once it is right', async () => {
  const app = await roomtone();
  const ask = async () => (await sendSigned(app, { fields: meetFields('Design review') })).status;

  app.advance(-HOUR_MS);
  expect(await ask()).toBe(401);
  expect(app.sql('select key from inbox')).toEqual([]);
  app.advance(HOUR_MS);

  expect(await ask()).toBe(200);
  await app.settle();
  expect(app.slack.workspace.messages('general')).toHaveLength(1);
});
