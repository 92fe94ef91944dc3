import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentText } from '../../src/domain/moment-text.ts';
import { DEFAULT_POLICY, POLICY_VALUES } from '../../src/domain/policy.ts';
import { readInstant } from '../../src/domain/read-instant.ts';
import { JOIN_APPROVALS } from '../../src/domain/room.ts';
import {
  FORM_RECORDINGS,
  findFormFaults,
  type RoomForm,
  recordingChoices,
  toRequest,
} from '../../src/domain/room-form.ts';
import { encodeFormOrigin, readFormOrigin, readRoomForm } from '../../src/slack/new-room-form.ts';
import { newRoomDialog } from '../../src/slack/views/new-room-dialog.ts';
import { EVERYTHING, LESS } from '../support/capabilities.ts';
import { chosen, stateOf } from '../support/view-state.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const MINUTE_MS = 60_000;

const form: RoomForm = {
  title: 'Design review',
  kind: 'now',
  until: null,
  recording: 'automatic',
  joinApproval: 'everyone',
  channelId: 'C1',
};
const at = { now: NOW, policy: DEFAULT_POLICY, membership: 'member', can: EVERYTHING } as const;
const nowhere = { channelId: null, thread: null, responseUrl: null };
const dialog = (kind: RoomForm['kind'] = 'now') =>
  newRoomDialog({ origin: nowhere, kind, recordings: FORM_RECORDINGS, approvals: JOIN_APPROVALS }, 'en');

describe('what is wrong with a form', () => {
  test.each<[string, Partial<RoomForm>, ReturnType<typeof findFormFaults>]>([
    ['nothing', {}, {}],
    ['no title', { title: ' \u0000\n ' }, { title: 'title-missing' }],
    ['the longest title', { title: 'x'.repeat(200) }, {}],
    ['a longer title', { title: 'x'.repeat(201) }, { title: 'title-too-long' }],
    ['until, without a date', { kind: 'until' }, { until: 'date-missing' }],
    ['until a moment ago', { kind: 'until', until: NOW - 1 }, { until: 'in-the-past' }],
    ['until in 10 minutes', { kind: 'until', until: NOW + 10 * MINUTE_MS }, { until: 'too-soon' }],
    ['until in 11 minutes', { kind: 'until', until: NOW + 11 * MINUTE_MS }, {}],
    ['for now, with a date left over', { until: NOW - 1 }, {}],
    ['no channel', { channelId: null }, { channel: 'channel-missing' }],
    [
      'everything at once',
      { title: '', kind: 'until', channelId: null },
      { title: 'title-missing', until: 'date-missing', channel: 'channel-missing' },
    ],
  ])('%s', (_, changes, faults) => {
    expect(findFormFaults({ ...form, ...changes }, at)).toEqual(faults);
  });

  test.each([
    ['member', {}],
    ['unknown', {}],
    ['stranger', { channel: 'not-a-member' }],
    ['hidden', { channel: 'hidden-channel' }],
  ] as const)('membership %s', (membership, faults) => {
    expect(findFormFaults(form, { ...at, membership })).toEqual(faults);
  });

  test('what the provider can’t do: can’t be chosen, and is wrong if it was', () => {
    const asked: RoomForm = { ...form, recording: 'host-only', joinApproval: 'host-admits' };

    expect(findFormFaults(asked, { ...at, can: LESS })).toEqual({
      recording: 'not-offered',
      join: 'not-offered',
    });
    expect(recordingChoices('automatic', LESS)).toEqual(['automatic', 'offered', 'off']);
  });

  test.each(POLICY_VALUES.recording)(
    'where %s is the most: what can be chosen is right, the rest is not',
    (most) => {
      const policy = { ...DEFAULT_POLICY, recording: most };
      const wrong = FORM_RECORDINGS.filter(
        (recording) => findFormFaults({ ...form, recording }, { ...at, policy }).recording !== undefined,
      );

      expect(wrong).toEqual(
        FORM_RECORDINGS.filter((one) => !recordingChoices(most, EVERYTHING).includes(one)),
      );
    },
  );
});

test.each([
  ['automatic', 'automatic', false],
  ['host-only', 'automatic', true],
  ['offered', 'offered', false],
  ['off', 'off', false],
] as const)('%s: asks for a room that is recorded so', (recording, mode, hostOnly) => {
  const title = '  Design \n review ';

  expect(toRequest({ ...form, title, recording, joinApproval: 'host-admits' })).toEqual({
    title: 'Design review',
    recording: mode,
    hostOnly,
    joinApproval: 'host-admits',
    closes: null,
  });
});

test('a date: is read back as that minute by anybody anywhere', () => {
  const soon = fc.integer({ min: 1, max: 4_000_000 }).map((minutes) => NOW + minutes * MINUTE_MS);
  const timeZone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata');
  const locale = fc.constantFrom('en-US', 'en-GB', 'de-DE', 'fr-FR');
  fc.assert(
    fc.property(soon, timeZone, locale, (until, zone, language) => {
      const { closes } = toRequest({ ...form, kind: 'until', until });

      expect(closes).toEqual({ kind: 'until', text: momentText(until) });
      const teller = { now: NOW, timeZone: zone, locale: language };
      expect(readInstant(momentText(until), teller)).toBe(until);
    }),
    { numRuns: 200 },
  );
});

describe('on the wire', () => {
  const id = fc.string({ minLength: 1, maxLength: 40 });
  const origins = fc.record({
    channelId: fc.option(id),
    thread: fc.option(fc.record({ channelId: id, messageTs: id })),
    responseUrl: fc.option(fc.webUrl()),
  });

  test('where it was opened: what is written is what is read, and it fits', () => {
    fc.assert(
      fc.property(origins, (origin) => {
        const text = encodeFormOrigin(origin);

        expect(text.length).toBeLessThanOrEqual(3000);
        expect(readFormOrigin(text)).toEqual(origin);
      }),
    );
  });

  test.each(['', 'null', '{}', '{"v":2,"channelId":null,"thread":null,"responseUrl":null}', '[1]'])(
    '%j: was not written by us',
    (text) => {
      expect(readFormOrigin(text)).toBeUndefined();
      expect(readRoomForm(text)).toBeUndefined();
    },
  );

  test('as it is opened: what is chosen at first, and nothing else', () => {
    expect(readRoomForm(stateOf(dialog()))).toEqual({ ...form, title: '', channelId: null });
  });

  test('filled in: what was entered', () => {
    for (const recording of FORM_RECORDINGS) {
      for (const joinApproval of JOIN_APPROVALS) {
        const state = stateOf(dialog('until'), {
          title: 'R&D <b>',
          until: 1_800_000_000,
          recording: chosen(recording),
          join: chosen(joinApproval),
          channel: 'C1',
        });

        expect(readRoomForm(state)).toEqual({
          title: 'R&D <b>',
          kind: 'until',
          until: 1_800_000_000_000,
          recording,
          joinApproval,
          channelId: 'C1',
        });
      }
    }
  });

  test.each([{ recording: chosen('loudly') }, { join: chosen('') }, { until: 1e15 }, { title: 7 }])(
    '%j: is no state of ours',
    (entered) => {
      expect(readRoomForm(stateOf(dialog('until'), entered))).toBeUndefined();
    },
  );
});
