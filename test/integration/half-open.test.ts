import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { type FadingProxy, fadingProxy } from '../support/fading-proxy.ts';
import { recordingMessages, toldTo } from '../support/in-slack.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

/*
 * A connection that is kept for the next request has gone dead, and nobody said so: what is sent on it is never answered.
 */

/** An app whose way to Slack and to the Meetings server can fade. */
async function behindWires(): Promise<{ app: Roomtone; slack: FadingProxy; meetings: FadingProxy }> {
  let ports = { slack: 0, meetings: 0 };
  const slack = await fadingProxy(() => ports.slack);
  const meetings = await fadingProxy(() => ports.meetings);
  const app = await roomtone({
    timeoutMs: 700,
    env: {
      SLACK_API_URL: `http://127.0.0.1:${slack.port}/api/`,
      MEETINGS_API_URL: `http://127.0.0.1:${meetings.port}/v1/meetings`,
    },
  });
  ports = { slack: portOf(app.slack.url), meetings: portOf(app.meetings.apiUrl) };
  return { app, slack, meetings };
}

const portOf = (url: string): number => Number(new URL(url).port);

test('to Slack: the message that went into silence is posted over a new one, once', async () => {
  const { app, slack } = await behindWires();
  const { roomId, callbackUrl } = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, roomId));

  slack.fade();
  for (const body of [started, ended, uploaded]) expect(await deliver(callbackUrl, body)).toBe(204);
  await app.settle();

  expect(slack.swallowed()).toBeGreaterThan(0);
  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
  expect(app.sql("select name from jobs where state = 'buried'")).toEqual([]);
});

test('to the Meetings server: the room that was asked for into silence is made once, and its host told', async () => {
  const { app, meetings } = await behindWires();
  await openRoom(app, 'One');

  meetings.fade();
  await app.meet('Two');
  for (let minute = 0; minute < 3; minute++) await app.pass(60_000);

  expect(meetings.swallowed()).toBeGreaterThan(0);
  expect(toldTo(app, 'ada').filter((text) => text.includes("can't tell yet whether *Two*"))).toHaveLength(1);
  expect(toldTo(app, 'ada').at(-1)).toContain('*Two* is ready and you are its host');
});
