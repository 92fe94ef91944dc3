import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../src/slack/ids.ts';
import { askedRooms, texts } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { meetFields, pressStale, type SignedRequest, sendSigned } from '../support/signed-request.ts';
import { slackSignature } from '../support/slack-signature.ts';

const nowSeconds = () => Math.floor(Date.now() / 1000);

function expectNothingStored(app: Roomtone) {
  // Housekeeping leaves a trace of its own.
  expect(app.sql("select * from inbox where kind <> 'remind-hosts'")).toEqual([]);
  expect(app.sql('select * from rooms')).toEqual([]);
  expect(app.sql("select * from jobs where name <> 'sweep'")).toEqual([]);
}

describe('a request that is not certainly from Slack: 401, nothing stored, nothing said', () => {
  test.each<[string, () => Omit<SignedRequest, 'fields'>]>([
    ['signed with another secret', () => ({ secret: 'another-signing-secret' })],
    ['without a signature', () => ({ headers: { 'x-slack-signature': undefined } })],
    ['with an empty signature', () => ({ headers: { 'x-slack-signature': '' } })],
    ['with a signature of another version', () => ({ headers: { 'x-slack-signature': 'v1=00' } })],
    ['without a timestamp', () => ({ headers: { 'x-slack-request-timestamp': undefined } })],
    ['with a timestamp that is none', () => ({ headers: { 'x-slack-request-timestamp': 'now' } })],
    [
      'with another timestamp than was signed',
      () => ({ headers: { 'x-slack-request-timestamp': `${nowSeconds() - 1}` } }),
    ],
    ['signed 6 minutes ago', () => ({ timestamp: nowSeconds() - 360 })],
    ['signed 2 minutes from now', () => ({ timestamp: nowSeconds() + 120 })],
  ])('%s', async (_what, request) => {
    const app = await roomtone();

    const response = await sendSigned(app, { fields: meetFields('Design review'), ...request() });
    await app.settle();

    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    expectNothingStored(app);
    expect(askedRooms(app)).toEqual([]);
  });

  test('another text than was signed', async () => {
    const app = await roomtone();
    const timestamp = nowSeconds();
    const fields = meetFields('Design review');
    const signed = String(new URLSearchParams(fields));

    const response = await sendSigned(app, {
      fields: { ...fields, text: 'Something else' },
      timestamp,
      headers: { 'x-slack-signature': slackSignature(signed, { timestamp, secret: app.signingSecret }) },
    });

    expect(response.status).toBe(401);
    expectNothingStored(app);
  });
});

test.each([
  ['4 minutes ago', -240],
  ['just now', 0],
  ['half a minute from now, as clocks go', 30],
])('rightly signed %s: taken', async (_when, seconds) => {
  const app = await roomtone();

  const request = { fields: meetFields('Design review'), timestamp: nowSeconds() + seconds };
  const response = await sendSigned(app, request);
  await app.settle();

  expect(response.status).toBe(200);
  expect(texts(app.slack.workspace.messages('general'))).toEqual([
    expect.stringContaining('*Design review*: a video room by <@U0ADA>'),
  ]);
});

test('a rightly signed payload that is no JSON: 400, and the app goes on', async () => {
  const app = await roomtone();

  const response = await sendSigned(app, { fields: { payload: '{' } });

  expect(response.status).toBe(400);
  expectNothingStored(app);
});

test('a button nobody knows: an error for Slack to show and for the operator to find', async () => {
  const app = await roomtone();

  const press = { user: 'U0ADA', channel: 'C0GENERAL', action: 'room.explode' };
  const response = await pressStale(app, press);

  expect(response.status).toBe(500);
  expectNothingStored(app);
  const errors = app.log.filter(({ level }) => level === 'error' || level === 50);
  expect(JSON.stringify(errors)).toContain('No listener for the action room.explode');
});

/** A new room, settings and one's own reminders need none. */
const WITHOUT_VALUE: readonly string[] = [
  ACTIONS.newRoom,
  ACTIONS.settings,
  ACTIONS.stopReminders,
  ACTIONS.startReminders,
];
const WITH_VALUE = Object.values(ACTIONS).filter((action) => !WITHOUT_VALUE.includes(action));

test.each(WITH_VALUE)('%s with a value that is none of ours: nothing happens', async (action) => {
  const app = await roomtone();

  for (const value of ['{}', 'org-123', '{"v":2,"roomKey":"1"}']) {
    const response = await pressStale(app, { user: 'U0ADA', channel: 'C0GENERAL', action, value });
    expect(response.status).toBe(200);
  }

  expectNothingStored(app);
});
