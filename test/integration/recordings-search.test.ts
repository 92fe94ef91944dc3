import { expect, test } from 'vitest';
import { buttonsOf, recordings, rowsOf, type SlackMessage } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const titlesOf = (answer: SlackMessage | undefined) =>
  rowsOf(answer).map((row) => /^\*(.*?)\*/.exec(row)?.[1]);

test('text, host and time, in any order and alone: exactly those, and what was understood', async () => {
  const app = await roomtone();
  await recordedMeeting(app, await openRoom(app, 'Budget 2027'));
  await app.pass(3 * DAY_MS);
  await recordedMeeting(app, await openRoom(app, 'Budget talk', { user: 'ben' }));
  await recordedMeeting(app, await openRoom(app, 'Standup', { user: 'ben' }));
  await recordedMeeting(app, await openRoom(app, 'Budget elsewhere', { channel: 'design' }));

  const found: Readonly<Record<string, readonly string[]>> = {
    budget: ['Budget talk', 'Budget 2027'],
    'BUDGET  2027': ['Budget 2027'],
    '@ben': ['Standup', 'Budget talk'],
    'last 2d': ['Standup', 'Budget talk'],
    'letzte 30 Tage budget': ['Budget talk', 'Budget 2027'],
    'from yesterday': ['Standup', 'Budget talk'],
    '@ben last 2d budget': ['Budget talk'],
    'budget seit gestern @ben': ['Budget talk'],
    'budget @ada last 2d': [],
  };
  for (const [typed, titles] of Object.entries(found)) {
    expect.soft(titlesOf(await recordings(app, typed)).filter(Boolean), typed).toEqual(titles);
  }

  const answer = await recordings(app, 'last 2d @ben budget');
  expect(answer?.['text']).toMatch(
    /^One recording of this channel was found\. Searched for “budget” in the title, rooms of <@U0BEN> and recorded since <!date\^\d+\^[^>]*>\.\n/,
  );
  expect((await recordings(app, 'budget @ada last 2d'))?.['text']).toContain('No recording');
});

test('more than a page: Next and Previous lead through all of them and replace the list', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  const first = app.now() - 40 * HOUR_MS;
  const starts: number[] = [];
  for (let hour = 0; hour < 21; hour++) {
    const { startedAt } = await recordedMeeting(app, room, first + hour * HOUR_MS);
    starts.unshift(Math.floor(startedAt / 1000));
  }
  await recordedMeeting(app, await openRoom(app, 'Not looked for'));
  const shown = () => rowsOf(list(app)).map((row) => Number(/<!date\^(\d+)\^/.exec(row)?.[1]));
  const turn = async (button: 'Next' | 'Previous') => {
    const press = { user: 'ben', channel: 'general', message_ts: String(list(app)?.['ts']) };
    await app.slack.workspace.action({ ...press, action: button });
    await app.settle();
  };

  await recordings(app, 'design last 30d', { user: 'ben' });
  expect(shown()).toEqual(starts.slice(0, 10));
  expect(pagesOf(list(app))).toEqual(['Next']);

  await turn('Next');
  expect(shown()).toEqual(starts.slice(10, 20));
  expect(pagesOf(list(app))).toEqual(['Previous', 'Next']);
  expect(list(app)?.['text']).toMatch(/^Here are 10 more recordings, newest first\. Searched for “design” /);

  await turn('Next');
  expect(shown()).toEqual(starts.slice(20));
  expect(pagesOf(list(app))).toEqual(['Previous']);

  await turn('Previous');
  expect(shown()).toEqual(starts.slice(10, 20));

  await turn('Previous');
  expect(shown()).toEqual(starts.slice(0, 10));
  expect(pagesOf(list(app))).toEqual(['Next']);
  expect(app.slack.workspace.ephemerals('ben')).toHaveLength(1);
});

const list = (app: Roomtone) => app.slack.workspace.ephemerals('ben').at(-1);
const pagesOf = (answer: SlackMessage | undefined) =>
  buttonsOf(answer).filter((button) => button === 'Next' || button === 'Previous');
