import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RoomRow } from '../../src/domain/room-list.ts';
import type { RoomNow } from '../../src/domain/room-now.ts';
import { renderAnswer } from '../../src/slack/views/answer.ts';
import { accessProblems } from '../support/accessibility.ts';
import { buttonsOf, slackProblems } from '../support/slack-limits.ts';

const commands = { meet: '/meet', recordings: '/recordings' };
const time = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) });
const name = fc.string({ unit: 'binary', maxLength: 300 });
const now: fc.Arbitrary<RoomNow> = fc.oneof(
  fc.constantFrom<RoomNow>({ kind: 'open' }, { kind: 'expired' }),
  time.map((since) => ({ kind: 'between', since }) as const),
  fc.record({
    kind: fc.constant('in-session' as const),
    since: fc.option(time),
    inside: fc.record({ names: fc.array(name, { maxLength: 3 }), others: fc.nat(5_000) }),
    isRecorded: fc.boolean(),
  }),
);
const row: fc.Arbitrary<RoomRow> = fc.record({
  roomKey: fc.uuid(),
  title: fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  hostUserId: fc.constant('U0ADA'),
  isHost: fc.boolean(),
  recording: fc.constantFrom('automatic', 'offered', 'off'),
  longTerm: fc.boolean(),
  now,
  expiresAt: fc.option(time),
  closesAfterSession: fc.boolean(),
  joinUrl: fc.constant('https://meetings.example/abc-defg-hij'),
});
const unfinished = fc.record({
  roomKey: fc.uuid(),
  title: fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  hostUserId: fc.constant('U0ADA'),
  createdAt: time,
  channelId: fc.constant('C0GENERAL'),
  nextStep: fc.option(
    fc.constantFrom('try-again' as const, 'invite-and-retry' as const, 'other-wish' as const),
  ),
});
const cursor = fc.record({ isOpen: fc.boolean(), createdAt: time, roomKey: fc.uuid() });
const rooms = fc.record({
  kind: fc.constant('rooms' as const),
  unfinished: fc.array(unfinished, { maxLength: 5 }),
  rows: fc.array(row, { maxLength: 10 }),
  previous: fc.option(fc.record({ before: cursor })),
  next: fc.option(fc.record({ after: cursor })),
});

test.each(['en', 'de'])('any ten rooms in any state, in %s: Slack takes the list', (locale) => {
  fc.assert(
    fc.property(rooms, (list) => {
      const rendered = renderAnswer(list, { locale, commands });

      expect(slackProblems(rendered)).toEqual([]);
      expect(accessProblems(rendered)).toEqual([]);
      expect(rendered.blocks.length).toBeLessThanOrEqual(32);
    }),
  );
});

test('any ten rooms: whoever is not the host is shown no host link, and a closed one offers no way in', () => {
  fc.assert(
    fc.property(row, (one) => {
      const list = { kind: 'rooms', unfinished: [], rows: [one], previous: null, next: null } as const;
      const ids = buttonsOf(renderAnswer(list, { locale: 'en', commands })).map((b) => b.action_id);

      const isOpen = one.now.kind !== 'expired';
      expect(ids.includes('room.join')).toBe(isOpen);
      expect(ids.includes('room.host-link')).toBe(isOpen && one.isHost);
      expect(ids.includes('room.open-again')).toBe(!isOpen);
    }),
  );
});
