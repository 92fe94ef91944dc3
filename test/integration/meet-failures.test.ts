import { describe, expect, test } from 'vitest';
import { buttonsOf, toldTo } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

function expectOnlyAdaKnows(app: Roomtone) {
  expect(app.slack.workspace.messages('general')).toEqual([]);
  expect(app.slack.workspace.ephemerals('ben')).toEqual([]);
  expect(app.sql('select state from rooms')).toEqual([{ state: 'failed' }]);
}

/** The four characters after the code, by which an operator finds the log line. */
function expectLogged(app: Roomtone, code: string) {
  const [, ref] =
    new RegExp(`${code.toUpperCase()}, (\\w{4})\\.`).exec(toldTo(app, 'ada').at(-1) ?? '') ?? [];
  expect(app.log.filter((line) => line['ref'] === ref && ref !== undefined)).toMatchObject([{ code }]);
}

describe('the meeting service fails, and trying again may help', () => {
  test.each([
    [500, 'the meeting service reported an error of its own', 'meetings_error'],
    [503, 'the meeting service reported an error of its own', 'meetings_error'],
    [429, 'the meeting service reported an error of its own', 'meetings_rate_limited'],
  ])('%i: the person alone hears why, with Try again and a code', async (status, why, code) => {
    const app = await roomtone();
    app.meetings.control.setFaults({ status });

    await app.meet('Design review');

    expect(toldTo(app, 'ada')).toEqual([
      expect.stringContaining('Making the room *Design review*'),
      expect.stringContaining(`*Design review* could not be made: ${why}.`),
    ]);
    expect(toldTo(app, 'ada').at(-1)).toContain('If it keeps happening, give an admin this code:');
    expect(buttonsOf(app.slack.workspace.ephemerals('ada').at(-1))).toEqual(['Try again']);
    expectOnlyAdaKnows(app);
    expectLogged(app, code);
  });

  test('unreachable: the same', async () => {
    const app = await roomtone();
    await app.meetings.close();

    await app.meet('Design review');

    const told = 'could not be made: the meeting service did not answer.';
    expect(toldTo(app, 'ada').at(-1)).toContain(`*Design review* ${told}`);
    expect(buttonsOf(app.slack.workspace.ephemerals('ada').at(-1))).toEqual(['Try again']);
    expectOnlyAdaKnows(app);
    expectLogged(app, 'meetings_unreachable');
  });
});

describe('the meeting service refuses, and would again', () => {
  test.each([
    [400, 'the meeting service refused it', 'make one with another title or date', 'meetings_rejected'],
    [
      403,
      'the meeting service allows 1,000 rooms and all are in use',
      'An admin needs to act:',
      'room_limit',
    ],
  ])('%i: the person alone hears why, without Try again', async (status, why, next, code) => {
    const app = await roomtone();
    app.meetings.control.setFaults({ status });

    await app.meet('Design review');

    expect(toldTo(app, 'ada').at(-1)).toContain(`*Design review* could not be made: ${why}.`);
    expect(toldTo(app, 'ada').at(-1)).toContain(next);
    expect(buttonsOf(app.slack.workspace.ephemerals('ada').at(-1))).toEqual([]);
    expectOnlyAdaKnows(app);
    expectLogged(app, code);
  });

  test('an application id it does not know: the same', async () => {
    const app = await roomtone({ env: { VONAGE_APPLICATION_ID: '11111111-2222-4333-8444-555555555555' } });

    await app.meet('Design review');

    const told = 'could not be made: the meeting service does not accept our credentials.';
    expect(toldTo(app, 'ada').at(-1)).toContain(`*Design review* ${told}`);
    expectOnlyAdaKnows(app);
    expectLogged(app, 'meetings_credentials');
  });
});
