import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { findings } from '../support/examined.ts';
import { cardOf, recordingMessages, slackFaults, toldTo } from '../support/in-slack.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';

const HOUR_MS = 3_600_000;

test('Slack takes no message for two days: then the card and every message come, once and in order', async () => {
  const app = await roomtone();
  const buried = () => app.sql("select name from jobs where state = 'buried'");
  const waiting = async () => (await findings(app)).filter(({ check }) => check === 'waiting jobs');

  // Ada's room is made meanwhile, and used.
  await slackFaults(app, { status: 503, methods: ['chat.postMessage'] });
  const { roomId, callbackUrl } = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, roomId));
  for (const body of [started, ended, uploaded]) expect(await deliver(callbackUrl, body)).toBe(204);
  for (let look = 0; look < 20; look++) await app.pass(2.5 * HOUR_MS);

  // An operator sees it.
  expect(app.slack.workspace.messages('general')).toEqual([]);
  expect(toldTo(app, 'ada').at(-1)).toContain('*Design review* is ready and you are its host');
  expect(await waiting()).toMatchObject([
    { level: 'warning', says: expect.stringContaining('2 have failed') },
  ]);

  await slackFaults(app, {});
  await app.pass(HOUR_MS);

  expect(cardOf(app, 'general')['text']).toContain('*Design review*');
  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
  expect(buried()).toEqual([]);
  expect(await waiting()).toMatchObject([{ level: 'ok' }]);
});
