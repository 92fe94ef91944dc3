import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { recordingMessages, slackFaults, texts, toldTo } from '../support/in-slack.ts';
import { openRoom, severalRecordings, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

interface SeenCall {
  readonly method: string;
  readonly status: number;
  readonly channel: string;
  /** Of the message it changed. */
  readonly ts: string | undefined;
  /** By the app's clock. */
  readonly at: number;
}

/** Every call that reaches Slack from now on. */
function watchSlack(app: Roomtone): readonly SeenCall[] {
  const calls: SeenCall[] = [];
  let newest = app.traffic.recent().at(-1)?.id ?? 0;
  app.traffic.onChange(() => {
    for (const { id, kind, title, status, body } of app.traffic.recent().filter((one) => one.id > newest)) {
      newest = id;
      const { channel = '', ts } = (body ?? {}) as { channel?: string; ts?: string };
      if (kind === 'slack-api') calls.push({ method: title, status, channel, ts, at: app.now() });
    }
  });
  return calls;
}

const postsIn = (calls: readonly SeenCall[], channel: string) =>
  calls.filter((call) => call.method === 'chat.postMessage' && call.channel === channel);

/** The shortest time from one to the next, in milliseconds. */
const closest = (calls: readonly SeenCall[]) =>
  Math.min(...calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0)));

/** So many rooms in each channel, recorded and uploaded; every callback arrives at the same time. */
async function burst(app: Roomtone, channels: readonly string[], rooms: number): Promise<void> {
  const callbacks: { readonly url: string; readonly body: unknown }[] = [];
  for (const channel of channels) {
    for (let room = 0; room < rooms; room++) {
      const { roomId, callbackUrl } = await openRoom(app, `${channel} ${room}`, { channel });
      const { started, ended, uploaded } = callbacksOf(await unheardMeeting(app, roomId));
      callbacks.push(...[started, ended, uploaded].map((body) => ({ url: callbackUrl, body })));
    }
  }
  await Promise.all(callbacks.map(({ url, body }) => deliver(url, body)));
}

test('recordings of several channels all at once: every message once, at Slack’s pace, never a 429', async () => {
  const app = await roomtone();
  const calls = watchSlack(app);

  await burst(app, ['general', 'design'], 4);
  await app.settle();

  expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
  for (const [channel, id] of [
    ['general', 'C0GENERAL'],
    ['design', 'C0DESIGN'],
  ] as const) {
    const posts = postsIn(calls, id);
    const stages = recordingMessages(app, channel).map(({ stage }) => stage);
    expect(stages.toSorted()).toEqual([
      ...Array(4).fill('ended'),
      ...Array(4).fill('ready'),
      ...Array(4).fill('started'),
    ]);
    expect(posts).toHaveLength(4 + 12);
    expect(closest(posts)).toBeGreaterThanOrEqual(1_000);
  }
  expect(app.log.filter(({ outcome }) => outcome === 'retry' || outcome === 'buried')).toEqual([]);
});

test('a channel with a long queue: its people are answered at once, and a new room’s card goes first', async () => {
  const app = await roomtone();
  await burst(app, ['general'], 6);
  await app.idle();
  const before = recordingMessages(app, 'general').length;

  await app.slack.workspace.command({ user: 'ben', channel: 'general', text: '', command: '/recordings' });
  await app.slack.workspace.command({ user: 'ben', channel: 'general', text: 'Urgent', command: '/meet' });
  await app.idle();

  expect(recordingMessages(app, 'general')).toHaveLength(before);
  expect(toldTo(app, 'ben')).toEqual([
    expect.stringContaining('Making the room *Urgent*'),
    expect.stringContaining('general 0'),
    expect.stringContaining('*Urgent* is ready'),
  ]);
  await app.settle();
  const all = texts(app.slack.workspace.messages('general'));
  const cardAt = all.findIndex((text) => text.includes('*Urgent*: a video room'));
  expect(cardAt).toBeLessThanOrEqual(6 + before + 1);
  expect(recordingMessages(app, 'general')).toHaveLength(18);
});

test('Slack asks for a pause in one channel: no post there before it is over, the other channel is not held up', async () => {
  const app = await roomtone();
  const [one, other] = [await openRoom(app, 'One'), await openRoom(app, 'Other', { channel: 'design' })];
  const calls = watchSlack(app);
  await slackFaults(app, {
    status: 429,
    retry_after: 40,
    methods: ['chat.postMessage'],
    channels: ['C0GENERAL'],
  });
  for (const { roomId, callbackUrl } of [one, other]) {
    const { started, ended } = callbacksOf(await unheardMeeting(app, roomId));
    await deliver(callbackUrl, started);
    await deliver(callbackUrl, ended);
  }

  await app.settle();
  expect(postsIn(calls, 'C0GENERAL').map(({ status }) => status)).toEqual([429]);
  expect(recordingMessages(app, 'design').map(({ stage }) => stage)).toEqual(['started', 'ended']);

  await slackFaults(app, {});
  await app.pass(40_000);
  const posts = postsIn(calls, 'C0GENERAL');
  expect(posts.map(({ status }) => status)).toEqual([429, 200, 200]);
  expect(closest(posts.slice(0, 2))).toBeGreaterThanOrEqual(40_000);
  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended']);
});

test('a message that becomes stale again and again: changes at most every 5 seconds, and ends up right', async () => {
  const app = await roomtone();
  const room = await openRoom(app, 'Workshop --manual');
  const tell = await severalRecordings(app, room, 5);
  const calls = watchSlack(app);

  for (const index of [0, 1, 2, 3, 4]) await tell(index);
  await app.settle();

  const updates = calls.filter(({ method }) => method === 'chat.update');
  for (const ts of new Set(updates.map((call) => call.ts))) {
    expect(closest(updates.filter((call) => call.ts === ts))).toBeGreaterThanOrEqual(5_000);
  }
  const ready = recordingMessages(app, 'general').filter(({ stage }) => stage === 'ready');
  expect(ready.map(({ text }) => /\d of \d/.exec(text)?.[0])).toEqual(
    [1, 2, 3, 4, 5].map((n) => `${n} of 5`),
  );
});

test('more clicks than Slack lets us look up at once: everybody is answered, and Slack never says 429', async () => {
  const app = await roomtone();
  const calls = watchSlack(app);

  for (let n = 0; n < 60; n++) {
    const user = ['ada', 'ben', 'dana'][n % 3] ?? '';
    await app.slack.workspace.command({ user, channel: 'general', text: '', command: '/recordings' });
  }
  await app.settle();

  expect(calls.filter(({ status }) => status === 429)).toEqual([]);
  const lists = (user: string) => toldTo(app, user).filter((text) => text.includes('no recordings yet'));
  expect(['ada', 'ben', 'dana'].map((user) => lists(user).length)).toEqual([20, 20, 20]);
});
