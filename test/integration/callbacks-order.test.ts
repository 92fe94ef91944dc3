import { expect, test } from 'vitest';
import { callbacksOf, deliver, type PastMeeting } from '../support/callbacks.ts';
import { recordingMessages, slackFaults } from '../support/in-slack.ts';
import { type OpenRoom, openRoom, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

type Callbacks = ReturnType<typeof callbacksOf>;
type Kind = 'started' | 'ended' | 'uploaded';

/** One meeting after the other in one room, each told by its own callbacks; gives the stages Slack then shows. */
async function stagesAfter(app: Roomtone, room: OpenRoom, bodies: (callbacks: Callbacks) => unknown[]) {
  const meeting = await unheardMeeting(app, room.roomId);
  for (const body of bodies(callbacksOf(meeting))) {
    expect(await deliver(room.callbackUrl, body)).toBe(204);
  }
  await app.settle();
  return stagesOf(app, meeting);
}

function stagesOf(app: Roomtone, { recordingId }: PastMeeting): string[] {
  return recordingMessages(app, 'general').flatMap((m) => (m.recordingId === recordingId ? [m.stage] : []));
}

const ORDERS: readonly (readonly Kind[])[] = [
  ['started', 'ended', 'uploaded'],
  ['started', 'uploaded', 'ended'],
  ['ended', 'started', 'uploaded'],
  ['ended', 'uploaded', 'started'],
  ['uploaded', 'started', 'ended'],
  ['uploaded', 'ended', 'started'],
];

test('callbacks in any order, one at a time or in one go: started, ended, ready stand in this order', async () => {
  const app = await roomtone();
  const room = await openRoom(app);

  for (const order of ORDERS) {
    const inOneGo = await stagesAfter(app, room, (callbacks) => order.map((kind) => callbacks[kind]));
    expect.soft(inOneGo, order.join()).toEqual(['started', 'ended', 'ready']);

    const meeting = await unheardMeeting(app, room.roomId);
    for (const kind of order) {
      await deliver(room.callbackUrl, callbacksOf(meeting)[kind]);
      await app.settle();
    }
    expect.soft(stagesOf(app, meeting), `${order.join()}, slowly`).toEqual(['started', 'ended', 'ready']);
  }
});

test('callbacks that never come: what is known by the others is told, in order', async () => {
  const app = await roomtone();
  const room = await openRoom(app);

  const told = {
    'only started': await stagesAfter(app, room, ({ started }) => [started]),
    'only ended': await stagesAfter(app, room, ({ ended }) => [ended]),
    'only uploaded': await stagesAfter(app, room, ({ uploaded }) => [uploaded]),
    'no ended': await stagesAfter(app, room, ({ started, uploaded }) => [started, uploaded]),
    'no started': await stagesAfter(app, room, ({ ended, uploaded }) => [ended, uploaded]),
  };

  expect(told).toEqual({
    'only started': ['started'],
    'only ended': ['started', 'ended'],
    'only uploaded': ['started', 'ended', 'ready'],
    'no ended': ['started', 'ended', 'ready'],
    'no started': ['started', 'ended', 'ready'],
  });
});

test('every spelling and wrapping of a callback that was ever documented: the same messages', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  const all = ['started', 'ended', 'ready'];
  const variants: Readonly<Record<string, (callbacks: Callbacks) => unknown[]>> = {
    'recording:ready': ({ uploaded }) => [{ ...uploaded, event: 'recording:ready' }],
    'recording-ready': ({ uploaded }) => [{ ...uploaded, event: 'recording-ready' }],
    'JSON in a JSON string': ({ uploaded }) => [JSON.stringify(JSON.stringify(uploaded))],
    'no room id, as in 2021': ({ uploaded }) => [{ ...uploaded, room_id: undefined, duration: 1920 }],
    'no times, no length': ({ uploaded: { event, recording_id, session_id } }) => [
      { event, recording_id, session_id },
    ],
    'a length that is no number': ({ uploaded }) => [{ ...uploaded, duration: 'PT32M' }],
  };

  for (const [name, bodies] of Object.entries(variants)) {
    expect.soft(await stagesAfter(app, room, bodies), name).toEqual(all);
  }
  const lengths = recordingMessages(app, 'general').filter(({ stage }) => stage === 'ready');
  expect(lengths.map(({ text }) => text.includes('32 minutes'))).toEqual(
    Object.keys(variants).map(() => true),
  );
});

test('callbacks without times: started and ended when they came', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  const { started, ended } = callbacksOf(await unheardMeeting(app, room.roomId));

  await deliver(room.callbackUrl, started);
  app.advance(17 * 60_000);
  await deliver(room.callbackUrl, { ...started, event: ended.event });
  await app.settle();

  expect(recordingMessages(app, 'general').at(-1)?.text).toContain('after 17 minutes');
});

test('callbacks come while Slack takes no messages: afterwards all three stand in order', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  await slackFaults(app, { status: 500, methods: ['chat.postMessage'] });
  expect(await stagesAfter(app, room, ({ ended, uploaded }) => [ended, uploaded])).toEqual([]);

  await slackFaults(app, {});
  await app.pass(60_000);

  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
});
