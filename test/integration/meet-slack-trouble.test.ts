import { describe, expect, test, vi } from 'vitest';
import { buttonsOf, cardOf, clickOn, roomsOf, slackFaults, texts, toldTo } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const typeMeet = (app: Roomtone) =>
  app.slack.workspace.command({ user: 'ada', channel: 'general', command: '/meet', text: 'Design review' });

const MAKING = expect.stringContaining('Making the room *Design review*');
const READY = expect.stringContaining('*Design review* is ready and you are its host');
const TAKING_LONGER = expect.stringContaining('This takes longer than usual');

describe.each([
  ['hangs', { delay_ms: 600_000 }],
  ['answers 500', { status: 500 }],
  ['answers 429', { status: 429, retry_after: 3 }],
])("Slack's API %s for a while", (_what, fault) => {
  test('the command is acknowledged; then there is one room, one card and one answer', async () => {
    const app = await roomtone({ timeoutMs: 700 });
    await slackFaults(app, fault);

    expect(await typeMeet(app)).toEqual({ ok: true, status: 200 });
    expect(toldTo(app, 'ada')).toEqual([MAKING]);
    await app.idle();
    expect(await roomsOf(app)).toEqual([]);
    await slackFaults(app, {});
    await app.settle();

    expect(toldTo(app, 'ada')).toEqual([MAKING, READY]);
    expect(texts(app.slack.workspace.messages('general'))).toEqual([
      expect.stringContaining('*Design review*: a video room by <@U0ADA>'),
    ]);
    expect(await roomsOf(app)).toHaveLength(1);
  });
});

test("Slack's API is away for half a minute: the room is made when it is back", async () => {
  const app = await roomtone();
  await slackFaults(app, { status: 503 });
  await app.meet('Design review');
  await app.pass(15_000);

  await slackFaults(app, {});
  await app.pass(60_000);

  expect(toldTo(app, 'ada').at(-1)).toEqual(READY);
});

test("Slack's API is away for minutes: the person hears that there is no room as soon as it is back", async () => {
  const app = await roomtone();
  await slackFaults(app, { status: 503 });
  await app.meet('Design review');
  for (let minute = 0; minute < 6; minute++) await app.pass(60_000);

  await slackFaults(app, {});
  await app.pass(10 * 60_000);

  expect(toldTo(app, 'ada').at(-1)).toContain(
    '*Design review* could not be made: something went wrong in this app.',
  );
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Try again' });
  expect(toldTo(app, 'ada').at(-1)).toEqual(READY);
});

test('Slack refuses our token: the person hears so, with the code for an admin', async () => {
  const app = await roomtone();
  await slackFaults(app, { error: 'invalid_auth', methods: ['users.info', 'conversations.info'] });

  await app.meet('Design review');

  expect(toldTo(app, 'ada').at(-1)).toMatch(/could not be made.*\n.*SLACK_INVALID_AUTH, \w{4}\./);
  expect(await roomsOf(app)).toEqual([]);
});

test('Slack refuses the card: the host gets the link to pass on as a direct message', async () => {
  const app = await roomtone();
  await slackFaults(app, {
    error: 'restricted_action',
    channels: ['C0GENERAL'],
    methods: ['chat.postMessage'],
  });

  await app.meet('Design review');

  const [room] = app.sql<{ join_url: string }>('select join_url from rooms');
  const told = texts(app.slack.workspace.messages('D0ADAAPP'));
  expect(told).toEqual([
    expect.stringContaining('*Design review* was made, but Slack did not take its card in <#C0GENERAL>.'),
  ]);
  expect(told[0]).toContain(`<${room?.join_url}>`);
  expect(told[0]).toContain('Slack does not let me post there.');
  expect(app.slack.workspace.messages('general')).toEqual([]);
  expect(toldTo(app, 'ada')).toEqual([MAKING, READY]);
});

test('Slack refuses to rewrite a card that stands: nobody is told it was not taken', async () => {
  const app = await roomtone();
  await app.meet('Design review');
  await slackFaults(app, { error: 'invalid_blocks', methods: ['chat.update'] });

  await app.pass(11 * 60_000);

  const calls = app.traffic.recent().filter(({ kind }) => kind === 'slack-api');
  expect(calls.map(({ title, note }) => [title, note]).at(-1)).toEqual(['chat.update', 'invalid_blocks']);
  expect(toldTo(app, 'ada')).toEqual([MAKING, READY]);
});

describe('the address to answer at is dead', () => {
  test('the answer comes as a direct message, with its buttons', async () => {
    const app = await roomtone();
    await slackFaults(app, { status: 404, methods: ['response_url'] });

    await app.meet('Design review');

    const [message] = app.slack.workspace.messages('D0ADAAPP');
    expect(toldTo(app, 'ada')).toEqual([MAKING]);
    expect(message?.['text']).toEqual(READY);
    expect(buttonsOf(message)).toEqual(['Start as host']);
    expect(cardOf(app, 'general')['text']).toContain('*Design review*');
  });

  test('Try again in the direct message: the room, in the channel it was asked for in', async () => {
    const app = await roomtone();
    app.meetings.control.setFaults({ status: 500 });
    await slackFaults(app, { status: 404, methods: ['response_url'] });
    await app.meet('Design review');
    app.meetings.control.setFaults({});
    await slackFaults(app, {});

    await clickOn(app, { user: 'ada', channel: 'D0ADAAPP', button: 'Try again' });

    expect(toldTo(app, 'ada')).toEqual([MAKING, MAKING, READY]);
    expect(cardOf(app, 'general')['text']).toContain('*Design review*');
  });
});

describe('20 seconds after the command', () => {
  test('without an answer: a word that it takes longer', async () => {
    const app = await roomtone();
    app.meetings.control.setFaults({ hang: true });
    await typeMeet(app);

    const passed = app.pass(20_000);
    await vi.waitUntil(() => toldTo(app, 'ada').length > 1);
    await vi.waitUntil(() => app.traffic.recent().some(({ note }) => note === 'never answered'));

    expect(toldTo(app, 'ada')).toEqual([MAKING, TAKING_LONGER]);
    await app.meetings.close();
    await passed;
    expect(toldTo(app, 'ada').at(-1)).toContain("I can't tell yet");
  });

  test.each([
    ['the room', {}],
    ['why there is none', { status: 500 }],
  ])('answered with %s: nothing more', async (_what, fault) => {
    const app = await roomtone();
    app.meetings.control.setFaults(fault);
    await app.meet('Design review');
    expect(toldTo(app, 'ada')).toHaveLength(2);

    await app.pass(60_000);

    expect(toldTo(app, 'ada')).toHaveLength(2);
  });
});
