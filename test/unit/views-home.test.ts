import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Home } from '../../src/domain/home.ts';
import { fittingRows } from '../../src/slack/views/fitting-rows.ts';
import { renderHome } from '../../src/slack/views/home.ts';
import { blockAccessProblems } from '../support/accessibility.ts';
import { HOMES } from '../support/home-samples.ts';
import { homeProblems } from '../support/slack-limits.ts';

const commands = { meet: '/meet', recordings: '/recordings' };
const { 'full of everything': full, 'of a newcomer': newcomer } = HOMES;

describe.each(['en-US', 'de-DE'])('App Home in %s', (locale) => {
  test.each(Object.entries<Home>(HOMES))('%s: looks as agreed and Slack takes it', (state, home) => {
    const view = renderHome(home, { locale, commands });

    expect(homeProblems(view.blocks)).toEqual([]);
    expect(blockAccessProblems(view.blocks)).toEqual([]);
    // A hundred blocks of the same row would bury the snapshot.
    if (state !== 'full of everything') expect(view).toMatchSnapshot();
  });
});

const some = <Row>(row: Row, typed: (row: Row, title: string) => Row) =>
  fc.record({
    rows: fc.array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).map((title) => typed(row, title)),
      { maxLength: 20 },
    ),
    more: fc.boolean(),
  });
const titled = <Row>(row: Row, title: string): Row => ({ ...row, title });
const anyHome: fc.Arbitrary<Home> = fc.record({
  expiring: some<Home['expiring']['rows'][number]>(full.expiring.rows[0] as never, titled),
  failed: some<Home['failed']['rows'][number]>(full.failed.rows[0] as never, titled),
  rooms: some<Home['rooms']['rows'][number]>(full.rooms.rows[0] as never, titled),
  recordings: some<Home['recordings']['rows'][number]>(full.recordings.rows[0] as never, titled),
  reminders: fc.boolean(),
  firstReminder: fc.constantFrom(1, 7),
  mayMakeRooms: fc.boolean(),
  mayChangeSettings: fc.boolean(),
  workspace: fc.option(fc.record({ liveRooms: fc.nat(), roomLimit: fc.nat(), buriedJobs: fc.nat() })),
});

test('whatever somebody has: Slack takes the page, in both languages', () => {
  fc.assert(
    fc.property(anyHome, fc.constantFrom('en', 'de'), (home, locale) => {
      expect(homeProblems(renderHome(home, { locale, commands }).blocks)).toEqual([]);
    }),
  );
});

test('a full page: says of every list that it is not all', () => {
  const text = JSON.stringify(renderHome(full, { locale: 'en', commands }).blocks);

  expect(text.match(/are shown/g)).toHaveLength(4);
});

test('first steps: for whoever has nothing yet, and gone with the first room', () => {
  const isShown = (home: Home) =>
    JSON.stringify(renderHome(home, { locale: 'en', commands })).includes('1. ');

  expect(isShown(newcomer)).toBe(true);
  expect(isShown(HOMES['of somebody who may make no rooms'])).toBe(false);
  expect(isShown({ ...newcomer, rooms: HOMES['of a host'].rooms })).toBe(false);
});

test('rows that do not all fit: the longest lists give way, no more than needed', () => {
  expect(fittingRows([20, 3, 20, 20], 42)).toEqual([13, 3, 13, 13]);
  expect(fittingRows([5, 0, 1, 2], 42)).toEqual([5, 0, 1, 2]);
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1 }), fc.nat(100), (counts, most) => {
      const shown = fittingRows(counts, most);
      const sum = shown.reduce((all, count) => all + count, 0);
      const wanted = counts.reduce((all, count) => all + count, 0);

      expect(sum).toBe(Math.min(wanted, most));
      expect(shown.every((count, at) => count >= 0 && count <= (counts[at] ?? 0))).toBe(true);
    }),
  );
});

test.each([
  ['en', 1, '1 of 100 rooms is being made or open.'],
  ['en', 2, '2 of 100 rooms are being made or open.'],
  ['de', 1, '1 von 100 Räumen wird angelegt oder ist offen.'],
  ['de', 2, '2 von 100 Räumen werden angelegt oder sind offen.'],
] as const)('%s, %i rooms in use: counted as people do', (locale, liveRooms, told) => {
  const home = { ...newcomer, workspace: { liveRooms, roomLimit: 100, buriedJobs: 0 } };

  expect(JSON.stringify(renderHome(home, { locale, commands }))).toContain(told);
});
