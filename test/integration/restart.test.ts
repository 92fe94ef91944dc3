import { setTimeout as delay } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { buttonsOf, recordingMessages, roomsOf, slackFaults, texts } from '../support/in-slack.ts';
import { type RealProgram, realProgram } from '../support/real-program.ts';

const PATIENCE = { timeout: 15_000, interval: 25 };
const HANGS = { delay_ms: 600_000 };

const cardsIn = (app: RealProgram, channel: string) =>
  app.slack.workspace.messages(channel).filter((message) => buttonsOf(message).includes('Recordings'));
const meet = (app: RealProgram, user: string, channel: string, text: string) =>
  app.slack.workspace.command({ user, channel, text, command: '/meet' });
const toldReady = (app: RealProgram, user: string) =>
  texts(app.slack.workspace.ephemerals(user)).filter((text) =>
    text.includes('is ready and you are its host'),
  );

/** Lets pass, for rooms being made, what a minute or two would. */
function letTimePass(app: RealProgram): void {
  app.sql("update jobs set run_at = 0 where name in ('create-room', 'find-room') and state = 'waiting'");
  app.sql('update rooms set create_began_at = create_began_at - 120000');
}

/** Waits for a card in the channel; what the app puts off for minutes comes at once. */
async function untilCard(app: RealProgram, channel: string): Promise<void> {
  await vi.waitUntil(async () => {
    letTimePass(app);
    // A commit makes it look for due jobs.
    await fetch(`${app.url}/readyz`);
    return cardsIn(app, channel).length > 0;
  }, PATIENCE);
}

test('/meet while Slack’s API hangs and Meetings takes 10 s: acknowledged; killed then: each room made once', async () => {
  const app = await realProgram();
  await app.start();
  await slackFaults(app, HANGS);
  app.meetings.control.setFaults({ delay_ms: 10_000 });
  const wishes = [
    { user: 'ada', channel: 'general', title: 'First' },
    { user: 'ben', channel: 'design', title: 'Second' },
    { user: 'ben', channel: 'general', title: 'Third' },
  ];

  const acks = await Promise.all(wishes.map(({ user, channel, title }) => meet(app, user, channel, title)));
  // No answer of Slack's or Meetings' stands behind these: what hangs has not been let go.
  expect(acks).toEqual(wishes.map(() => ({ ok: true, status: 200 })));
  expect(app.traffic.recent().filter(({ kind }) => kind !== 'slack-request')).toEqual([]);
  await app.kill();
  await slackFaults(app, {});
  app.meetings.control.setFaults({});
  await app.start();

  await vi.waitUntil(
    () => cardsIn(app, 'general').length >= 2 && cardsIn(app, 'design').length >= 1,
    PATIENCE,
  );
  expect(cardsIn(app, 'general')).toHaveLength(2);
  expect(cardsIn(app, 'design')).toHaveLength(1);
  const titles = (await roomsOf(app)).map(({ title }) => title);
  expect(titles.toSorted()).toEqual(['First', 'Second', 'Third']);
  await vi.waitUntil(
    () => toldReady(app, 'ada').length === 1 && toldReady(app, 'ben').length === 2,
    PATIENCE,
  );
});

test('killed while Meetings makes the room: the room is found again, not made twice', async () => {
  const app = await realProgram();
  await app.start();
  app.meetings.control.setFaults({ ...HANGS, methods: ['POST /rooms'] });
  await meet(app, 'ada', 'general', 'Design review');
  await vi.waitUntil(async () => (await roomsOf(app)).length === 1, PATIENCE);

  await app.kill();
  app.meetings.control.setFaults({});
  await app.start();
  await untilCard(app, 'general');

  expect(await roomsOf(app)).toHaveLength(1);
  expect(cardsIn(app, 'general')).toHaveLength(1);
  await vi.waitUntil(() => toldReady(app, 'ada').length === 1, PATIENCE);
});

test('killed at any moment after the acknowledgement, three times: one room, its card, and its host is told', async () => {
  const app = await realProgram();
  await app.start();

  await meet(app, 'ada', 'general', 'Design review');
  for (let kills = 0; kills < 3; kills++) {
    await delay(Math.random() * 60);
    await app.kill();
    letTimePass(app);
    await app.start();
  }
  await untilCard(app, 'general');
  await vi.waitUntil(() => toldReady(app, 'ada').length > 0, PATIENCE);

  expect(await roomsOf(app)).toHaveLength(1);
  // Only a post that was cut off between Slack and the database is made again, and then the log says so.
  const postedAgain = app.log.filter(({ msg }) => String(msg).startsWith('posted again'));
  expect(cardsIn(app, 'general').length).toBeLessThanOrEqual(1 + postedAgain.length);
});

test('killed between the callbacks’ 204 and their messages: each message comes once, in order', async () => {
  const app = await realProgram();
  await app.start();
  await meet(app, 'ada', 'general', 'Design review');
  await vi.waitUntil(() => cardsIn(app, 'general').length === 1, PATIENCE);
  const [room] = await roomsOf(app);
  await slackFaults(app, { ...HANGS, methods: ['chat.postMessage'] });
  const { join, leave } = app.meetings.control;
  const { sessionId, participantId } = join(room?.room_id ?? '', { name: 'Ada', host: true });
  leave(sessionId, participantId);
  const accepted = () =>
    app.traffic
      .recent()
      .filter(({ kind, status }) => kind === 'callback' && status === 204)
      .map(({ title }) => title);
  await vi.waitUntil(() => accepted().includes('recording:uploaded'), PATIENCE);
  expect(accepted()).toEqual(expect.arrayContaining(['recording:started', 'recording:ended']));
  expect(recordingMessages(app, 'general')).toEqual([]);

  await app.kill();
  await slackFaults(app, {});
  await app.start();

  await vi.waitUntil(() => recordingMessages(app, 'general').length >= 3, PATIENCE);
  expect(recordingMessages(app, 'general').map(({ stage }) => stage)).toEqual(['started', 'ended', 'ready']);
});
