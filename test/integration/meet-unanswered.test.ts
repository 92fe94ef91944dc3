import { expect, test } from 'vitest';
import { askedRooms, buttonsOf, cardOf, clickOn, roomsOf, toldTo } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

/*
 * POST /rooms has no idempotency key. When its answer is missing the room may exist, so it is looked for after 30 s,
 * looked for again after 60 s more, and only then asked for once more.
 */

const FIRST_LOOK_MS = 30_000;
const SECOND_LOOK_MS = 60_000;
/** The Meetings server makes the room and does not say so. */
const SILENTLY_DONE = { delay_ms: 600_000, methods: ['POST /rooms'] };
/** It does nothing and says nothing. */
const HANGING = { hang: true, methods: ['POST /rooms'] };

/** A gateway in front of it lost it. */
const LOST = { status: 502, methods: ['POST /rooms'] };

const MAKING = expect.stringContaining('Making the room *Design review*');
const UNCERTAIN = "I can't tell yet whether *Design review* was made; I'm checking and will tell you here.";
const READY = expect.stringContaining('*Design review* is ready and you are its host');
const STILL_UNCERTAIN = expect.stringContaining("I still can't tell whether *Design review* was made");
const NOT_MADE = expect.stringContaining(
  '*Design review* could not be made: the meeting service did not answer.',
);

async function unanswered(fault: object): Promise<Roomtone> {
  const app = await roomtone({ timeoutMs: 700 });
  app.meetings.control.setFaults(fault);
  await app.meet('Design review');
  return app;
}

test('made without an answer: "I can\'t tell yet", then found after 30 s', async () => {
  const app = await unanswered(SILENTLY_DONE);
  expect(toldTo(app, 'ada')).toEqual([MAKING, UNCERTAIN]);
  expect(app.slack.workspace.messages('general')).toEqual([]);

  await app.pass(FIRST_LOOK_MS);

  expect(toldTo(app, 'ada')).toEqual([MAKING, UNCERTAIN, READY]);
  expect(cardOf(app, 'general')['text']).toContain('*Design review*');
  expect(await roomsOf(app)).toHaveLength(1);
});

test('made without an answer, and the app restarted meanwhile: found all the same', async () => {
  const app = await unanswered(SILENTLY_DONE);

  await app.restart();
  await app.pass(FIRST_LOOK_MS);

  expect(toldTo(app, 'ada')).toEqual([MAKING, UNCERTAIN, READY]);
  expect(await roomsOf(app)).toHaveLength(1);
});

test('typed again while it is being looked for: no second room', async () => {
  const app = await unanswered(SILENTLY_DONE);

  await app.meet('Design review', { user: 'ben' });
  await app.pass(FIRST_LOOK_MS);

  expect(toldTo(app, 'ben')).toEqual([
    expect.stringContaining('The room *Design review* is already being made, by <@U0ADA>'),
  ]);
  expect(await roomsOf(app)).toHaveLength(1);
});

test('not made: after the second look it is asked for once more', async () => {
  const app = await unanswered(HANGING);
  app.meetings.control.setFaults({});

  await app.pass(FIRST_LOOK_MS);
  expect(toldTo(app, 'ada')).toEqual([MAKING, UNCERTAIN]);
  expect(await roomsOf(app)).toEqual([]);
  await app.pass(SECOND_LOOK_MS);

  expect(toldTo(app, 'ada')).toEqual([MAKING, UNCERTAIN, READY]);
  expect(await roomsOf(app)).toHaveLength(1);
});

test('never answered and never made: asked for twice, then told, with Try again', async () => {
  const app = await unanswered(LOST);

  await app.pass(FIRST_LOOK_MS);
  await app.pass(SECOND_LOOK_MS);
  await app.pass(FIRST_LOOK_MS);
  await app.pass(SECOND_LOOK_MS);
  await app.pass(3_600_000);

  expect(toldTo(app, 'ada')).toEqual([MAKING, UNCERTAIN, UNCERTAIN, NOT_MADE]);
  expect(askedRooms(app)).toHaveLength(2);
  app.meetings.control.setFaults({});
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Try again' });
  expect(toldTo(app, 'ada').at(-1)).toEqual(READY);
  expect(await roomsOf(app)).toHaveLength(1);
});

test('the service cannot be asked when it is looked for: looked for again until it can', async () => {
  const app = await unanswered(SILENTLY_DONE);
  app.meetings.control.setFaults({ status: 503 });

  app.advance(FIRST_LOOK_MS);
  await app.idle();
  expect(toldTo(app, 'ada')).toEqual([MAKING, UNCERTAIN]);
  app.meetings.control.setFaults({});
  await app.settle();

  expect(toldTo(app, 'ada')).toEqual([MAKING, UNCERTAIN, READY]);
  expect(await roomsOf(app)).toHaveLength(1);
});

test('the service is away for longer: told, and Try again finds the room instead of making another', async () => {
  const app = await unanswered(SILENTLY_DONE);
  app.meetings.control.setFaults({ status: 503 });
  for (let minute = 0; minute < 5; minute++) await app.pass(60_000);
  expect(toldTo(app, 'ada')).toEqual([MAKING, UNCERTAIN, STILL_UNCERTAIN]);
  expect(buttonsOf(app.slack.workspace.ephemerals('ada').at(-1))).toEqual(['Try again']);
  app.meetings.control.setFaults({});

  await clickOn(app, { user: 'ada', channel: 'general', button: 'Try again' });

  expect(toldTo(app, 'ada')).toEqual([MAKING, UNCERTAIN, READY]);
  expect(await roomsOf(app)).toHaveLength(1);
});
