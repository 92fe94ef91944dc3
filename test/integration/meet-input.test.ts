import { describe, expect, test } from 'vitest';
import { askedRooms, cardOf, roomOf, toldTo } from '../support/in-slack.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const LONG_TITLE = `${'long '.repeat(40)}x`;

function expectNothingMade(app: Roomtone) {
  expect(app.slack.workspace.messages('general')).toEqual([]);
  expect(app.slack.workspace.ephemerals('ben')).toEqual([]);
  expect(askedRooms(app)).toEqual([]);
  expect(app.sql('select * from rooms')).toEqual([]);
}

describe.each([
  [
    'an unknown option',
    'Design review --untill 2031-01-31 18:00',
    "I don't know `--untill`; did you mean `--until`?",
    '/meet Design review --until 2031-01-31 18:00',
  ],
  [
    'an option like none of ours',
    'Design review --banana',
    "I don't know `--banana`.",
    '/meet "Design review --banana"',
  ],
  [
    '--until without a date',
    'Design review --until',
    '`--until` needs a value after it.',
    '/meet Design review --until tomorrow 18:00',
  ],
  [
    '--for without a number',
    'Design review --for days',
    "I can't read `days` as a duration; write it like `30d` or `12h`.",
    '/meet Design review --for 30d',
  ],
  [
    'an option twice',
    'Design review --manual --manual',
    '`--manual` is there more than once.',
    '/meet Design review --manual',
  ],
  [
    '--until with --for',
    'Design review --until 2031-01-31 --for 30d',
    "`--until` and `--for` can't be combined.",
    '/meet Design review --until 2031-01-31',
  ],
  [
    '--no-recording with --manual',
    'Design review --no-recording --manual',
    "`--no-recording` and `--manual` can't be combined.",
    '/meet Design review --no-recording',
  ],
  [
    '--no-recording with --owner-only',
    'Design review --no-recording --owner-only',
    "`--no-recording` and `--owner-only` can't be combined.",
    '/meet Design review --no-recording',
  ],
  ['options without a title', '--for 30d', 'A room needs a title.', '/meet Weekly sync --for 30d'],
  [
    'a title of 201 characters',
    LONG_TITLE,
    'The title has 201 characters, and 200 is the most a room can have.',
    `/meet ${LONG_TITLE.slice(0, 199)}`,
  ],
  [
    'a date in the past',
    'Weekly sync --until 2020-01-31',
    '`2020-01-31` means <!date^1580515140^',
    '/meet Weekly sync --until tomorrow 18:00',
  ],
  [
    'a closing within 10 minutes',
    'Weekly sync --for 10m',
    'which is too soon; a room stays open for more than 10 minutes.',
    '/meet Weekly sync --for 1h',
  ],
  [
    'a date nobody can read',
    'Weekly sync --until whenever',
    "I can't read `whenever` as a date; write it like `Friday 18:00` or `2027-01-31 18:00`.",
    '/meet Weekly sync --until tomorrow 18:00',
  ],
])('%s', (_what, typed, problem, corrected) => {
  test('only the person is told what is wrong, with the command to copy; there is no room', async () => {
    const app = await roomtone();

    await app.meet(typed);

    expect(toldTo(app, 'ada').at(-1)).toContain(problem);
    expect(toldTo(app, 'ada').at(-1)).toContain(`Copy this: \`${corrected}\`. No room was made.`);
    expectNothingMade(app);
  });

  test('the corrected command, copied: a room', async () => {
    const app = await roomtone();

    await app.slack.workspace.command({ user: 'ada', channel: 'general', text: corrected });
    await app.settle();

    expect(app.slack.workspace.messages('general')).toHaveLength(1);
    expect(toldTo(app, 'ada').at(-1)).toContain('is ready and you are its host');
  });
});

test.each(['Weekly sync --until whenever', 'Weekly sync --for 5m'])(
  '%s, hopeless in any time zone: refused at once, without "Making the room" before it',
  async (typed) => {
    const app = await roomtone();

    await app.meet(typed);

    expect(toldTo(app, 'ada')).toEqual([expect.stringContaining('No room was made.')]);
  },
);

test.each(['help', '--help'])('/meet %s: the help, only for the person', async (typed) => {
  const app = await roomtone();

  await app.meet(typed);

  expect(toldTo(app, 'ada').at(-1)).toContain('Type `/meet Design review` to make a video room');
  expectNothingMade(app);
});

test('a title of 200 characters: a room with all of it', async () => {
  const app = await roomtone();
  const title = LONG_TITLE.slice(1);

  await app.meet(title);

  expect((await roomOf(app, title)).title).toHaveLength(200);
  expect(cardOf(app, 'general')['text']).toContain('a video room by <@U0ADA>');
});

test('a title that would ping everybody: shown as typed, pinging nobody', async () => {
  const app = await roomtone();

  await app.meet('<!channel> & @here');

  const card = JSON.stringify(cardOf(app, 'general'));
  expect(card).toContain('&lt;!channel&gt; &amp; @here');
  expect(card).not.toContain('<!channel>');
});

test('commands under other names: known by those, and suggested by those', async () => {
  const app = await roomtone({ env: { SLACK_COMMAND_MEET: '/room', SLACK_COMMAND_RECORDINGS: '/tapes' } });
  const type = (text: string) => app.slack.workspace.command({ user: 'ada', channel: 'general', text });

  await type('/room --for 30d');
  expect(toldTo(app, 'ada').at(-1)).toContain('Copy this: `/room Weekly sync --for 30d`');
  await type('/room help');
  expect(toldTo(app, 'ada').at(-1)).toContain('`/tapes`');
  await type('/room Weekly sync');
  await app.settle();

  expect(app.slack.workspace.messages('general')).toHaveLength(1);
});
