import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { POLICY_VALUES } from '../../src/domain/policy.ts';
import type { RecordingRow } from '../../src/domain/recording-row.ts';
import type { ListScope } from '../../src/domain/recordings-list.ts';
import { readPageValue } from '../../src/slack/button-values.ts';
import { ACTIONS } from '../../src/slack/ids.ts';
import { renderAnswer } from '../../src/slack/views/answer.ts';
import { accessProblems } from '../support/accessibility.ts';
import { buttonsOf, slackProblems } from '../support/slack-limits.ts';

type RecordingsList = Extract<Answer, { kind: 'recordings' }>;

const commands = { meet: '/meet', recordings: '/recordings' };
const typed = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  fc.constantFrom('&'.repeat(200), '*'.repeat(200), '😀'.repeat(100), '<!channel>'),
);
const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
const row: fc.Arbitrary<RecordingRow> = fc.record({
  recordingId: fc.uuid(),
  title: typed,
  hostName: typed,
  startedAt: moment,
  lengthSeconds: fc.option(fc.nat(90_000)),
  position: fc.option(fc.record({ index: fc.integer({ min: 1, max: 99 }), of: fc.constant(99) })),
  kept: fc.option(fc.record({ until: moment, daysLeft: fc.integer({ min: -40, max: 30 }) })),
  failed: fc.boolean(),
  mayGetLink: fc.boolean(),
  mayDelete: fc.boolean(),
  whoDeletes: fc.constantFrom(...POLICY_VALUES.deleteRecordings),
  mayShare: fc.boolean(),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Argentina/ComodRivadavia'),
});
const scope: fc.Arbitrary<ListScope> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('channel' as const),
      channelId: fc.constant('C0GENERAL'),
      text: typed,
      hostUserId: fc.constant('U0ADA'),
      since: moment.map((at) => ({ kind: 'at' as const, at })),
    },
    { requiredKeys: ['kind', 'channelId'] },
  ),
  fc.uuid().map((roomKey) => ({ kind: 'room' as const, roomKey })),
  fc.uuid().map((sessionId) => ({ kind: 'session' as const, sessionId })),
);
const cursor = fc.record({ createdAt: moment, recordingId: fc.uuid() });
const list: fc.Arbitrary<RecordingsList> = fc.record({
  kind: fc.constant('recordings' as const),
  scope,
  rows: fc.array(row, { maxLength: 10 }),
  more: fc.boolean(),
  previous: fc.option(cursor.map((before) => ({ before }))),
  next: fc.option(cursor.map((after) => ({ after }))),
});

test('any page of any list: Slack takes it, and whoever listens hears all of it', () => {
  fc.assert(
    fc.property(list, fc.constantFrom('en', 'de'), (answer, locale) => {
      const rendered = renderAnswer(answer, { locale, commands });

      expect(slackProblems(rendered)).toEqual([]);
      expect(accessProblems(rendered)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('any page of any list: a button for each page beside it, and none that could not be used', () => {
  fc.assert(
    fc.property(list, (answer) => {
      const buttons = buttonsOf(renderAnswer(answer, { locale: 'en', commands }));
      const turns = buttons.filter(({ action_id: id = '' }) => id.startsWith('recordings.'));
      const there = answer.rows.filter(({ kept }) => kept !== null && kept.daysLeft >= 0);
      const linked = there.filter(({ mayGetLink }) => mayGetLink);

      expect(turns.map(({ value }) => readPageValue(value)?.page)).toEqual(
        [answer.previous, answer.next].filter((page) => page !== null),
      );
      expect(buttons.filter(({ action_id: id }) => id === ACTIONS.getLink)).toHaveLength(linked.length);
    }),
  );
});
