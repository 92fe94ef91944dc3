import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { clickOn, deleteMessage, recordingMessages, recordings, slackFaults } from '../support/in-slack.ts';
import { openRoom, recordedMeeting, severalRecordings, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const stages = (app: Roomtone) => recordingMessages(app, 'general').map(({ stage }) => stage);
const buried = (app: Roomtone) => app.sql("select name, last_error from jobs where state = 'buried'");
const posts = (app: Roomtone) =>
  app.traffic.recent().filter(({ kind, title }) => kind === 'slack-api' && title === 'chat.postMessage')
    .length;

test('three rooms of a channel recorded at the same time: every message comes, Slack never says 429', async () => {
  const app = await roomtone();
  const rooms = [await openRoom(app, 'One'), await openRoom(app, 'Two'), await openRoom(app, 'Three')];
  for (const { roomId, callbackUrl } of rooms) {
    const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, roomId));
    await Promise.all([started, ended, uploaded].map((body) => deliver(callbackUrl, body)));
  }

  await app.settle();

  expect(stages(app).toSorted()).toEqual(['started', 'ended', 'ready'].flatMap((s) => [s, s, s]).toSorted());
  expect(app.traffic.recent().filter(({ status }) => status === 429)).toEqual([]);
});

test('Slack hangs: the callback is acknowledged before Slack has answered anything, the message follows', async () => {
  const app = await roomtone({ timeoutMs: 300 });
  const room = await openRoom(app);
  const { started } = callbacksOf(await unheardMeeting(app, room.roomId));
  const posted = posts(app);
  await slackFaults(app, { delay_ms: 600_000 });

  expect(await deliver(room.callbackUrl, started)).toBe(204);
  expect(posts(app)).toBe(posted);

  await slackFaults(app, {});
  await app.settle();
  expect(stages(app)).toEqual(['started']);
});

test('Slack asks for a pause of two minutes: nobody posts in the channel before, everything comes after', async () => {
  const app = await roomtone();
  const [one, two] = [await openRoom(app, 'One'), await openRoom(app, 'Two')];
  const posted = posts(app);
  await slackFaults(app, { status: 429, retry_after: 120, methods: ['chat.postMessage'] });

  await deliver(one.callbackUrl, callbacksOf(await unheardMeeting(app, one.roomId)).started);
  await app.settle();
  await slackFaults(app, {});
  await deliver(two.callbackUrl, callbacksOf(await unheardMeeting(app, two.roomId)).started);
  await app.pass(60_000);
  expect(posts(app)).toBe(posted + 1);
  expect(stages(app)).toEqual([]);

  await app.pass(60_000);
  expect(stages(app)).toEqual(['started', 'started']);
});

test('Slack asks for pauses for a whole day: the message still comes', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  await slackFaults(app, { status: 429, retry_after: 3_600, methods: ['chat.postMessage'] });
  await deliver(room.callbackUrl, callbacksOf(await unheardMeeting(app, room.roomId)).started);
  for (let hour = 0; hour < 24; hour++) await app.pass(3_601_000);

  await slackFaults(app, {});
  await app.pass(3_601_000);

  expect(stages(app)[0]).toBe('started');
});

test('somebody deletes the started message: the others follow, nothing is tried for ever', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, room.roomId));
  await deliver(room.callbackUrl, started);
  await app.settle();

  await deleteMessage(app, recordingMessages(app, 'general')[0]?.message);
  await deliver(room.callbackUrl, ended);
  await deliver(room.callbackUrl, uploaded);
  await app.settle();

  expect(stages(app)).toEqual(['ended', 'ready']);
  expect(app.sql("select stage from posts where state = 'gone'")).toEqual([{ stage: 'started' }]);
  expect(buried(app)).toEqual([]);
});

test('somebody deletes the ready message: what else is said stays right, nothing is tried for ever', async () => {
  const app = await roomtone();
  const room = await openRoom(app, 'Workshop --manual');
  const tell = await severalRecordings(app, room, 2);
  await tell(0);
  const [, ended, ready] = recordingMessages(app, 'general');

  await deleteMessage(app, ready?.message);
  await tell(1);

  const messages = recordingMessages(app, 'general');
  expect(messages.map(({ stage }) => stage)).toEqual(['started', 'ended', 'started', 'ended', 'ready']);
  expect(messages.find(({ message }) => message['ts'] === ended?.message['ts'])?.text).toContain(
    'The video is ready.',
  );
  expect(buried(app)).toEqual([]);
});

test('somebody deletes the ready message, the host the recording: ended says that it is no longer there', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app));
  await deleteMessage(app, recordingMessages(app, 'general').at(-1)?.message);

  await recordings(app);
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Delete' });

  expect(stages(app)).toEqual(['started', 'ended']);
  expect(recordingMessages(app, 'general').at(-1)?.text).toContain('The video is no longer available.');
  expect(buried(app)).toEqual([]);
});

test('nobody knows whether "ready" came to stand there when the host deletes the recording: the channel hears of that', async () => {
  const app = await roomtone({ timeoutMs: 300 });
  const room = await openRoom(app);
  const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, room.roomId));
  for (const body of [started, ended]) await deliver(room.callbackUrl, body);
  await app.settle();
  await slackFaults(app, { delay_ms: 600_000, methods: ['chat.postMessage'] });
  await deliver(room.callbackUrl, uploaded);
  await app.settle();
  expect(app.sql("select stage from posts where state = 'sending'")).toEqual([{ stage: 'ready' }]);

  await slackFaults(app, {});
  await recordings(app);
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Delete' });
  await app.settle();

  expect(stages(app)).toEqual(['started', 'ended', 'ready']);
  expect(recordingMessages(app, 'general').at(-1)?.text).toContain('deleted by <@U0ADA>');
  expect(app.sql("select stage from posts where state = 'sending'")).toEqual([]);
});

test('Slack minds the message itself: one try, kept for an operator, not tried for ever', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  const posted = posts(app);
  await slackFaults(app, { error: 'invalid_blocks', methods: ['chat.postMessage'] });

  await deliver(room.callbackUrl, callbacksOf(await unheardMeeting(app, room.roomId)).started);
  await app.settle();
  await app.pass(3_600_000);

  expect(posts(app)).toBe(posted + 1);
  expect(buried(app)).toEqual([
    { name: 'announce-recording', last_error: expect.stringContaining('invalid_blocks') },
  ]);
});
