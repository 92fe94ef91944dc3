import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoomRequest } from '../../src/domain/command.ts';
import { JOIN_APPROVALS } from '../../src/domain/room.ts';
import {
  encodePageValue,
  encodeRecordingValue,
  encodeRequestValue,
  encodeRoomValue,
  type PageTurn,
  readPageValue,
  readRecordingValue,
  readRequestValue,
  readRoomValue,
} from '../../src/slack/button-values.ts';

const VALUE_MAX = 2000;

const key = fc.string({ minLength: 1, maxLength: 200 });
const codeUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));
const request: fc.Arbitrary<RoomRequest> = fc.record({
  title: fc.string({ unit: codeUnit, minLength: 1, maxLength: 200 }),
  recording: fc.constantFrom('automatic', 'offered', 'off'),
  hostOnly: fc.boolean(),
  joinApproval: fc.constantFrom(...JOIN_APPROVALS),
  closes: fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant('after' as const), durationMs: fc.integer({ min: 1 }) }),
    fc.record({ kind: fc.constant('until' as const), text: fc.string({ unit: codeUnit, maxLength: 100 }) }),
  ),
});

describe('what is written is what is read', () => {
  test('a room', () => {
    fc.assert(
      fc.property(key, (roomKey) => {
        expect(readRoomValue(encodeRoomValue({ roomKey }))).toEqual({ roomKey });
      }),
    );
  });

  test('a recording', () => {
    fc.assert(
      fc.property(key, (recordingId) => {
        expect(readRecordingValue(encodeRecordingValue({ recordingId }))).toEqual({ recordingId });
      }),
    );
  });

  test('a request, which always fits a button', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const value = encodeRequestValue({ request: asked });

        expect(value.length).toBeLessThanOrEqual(VALUE_MAX);
        expect(readRequestValue(value)).toEqual({ request: asked, place: null });
      }),
    );
  });
});

const id = fc.string({ unit: fc.constantFrom(...'AZ09az-_='), minLength: 1, maxLength: 90 });
const cursor = fc.record({ createdAt: fc.integer({ min: 0 }), recordingId: id });
const pageTurn: fc.Arbitrary<PageTurn> = fc.record({
  page: fc.oneof(
    cursor.map((after) => ({ after })),
    cursor.map((before) => ({ before })),
  ),
  scope: fc.oneof(
    fc.record(
      {
        kind: fc.constant('channel' as const),
        channelId: id,
        text: fc.string({ unit: codeUnit, maxLength: 200 }),
        hostUserId: id,
        since: fc.integer().map((at) => ({ kind: 'at' as const, at })),
      },
      { requiredKeys: ['kind'] },
    ),
    id.map((roomKey) => ({ kind: 'room' as const, roomKey })),
  ),
});

test('a page of a list, whatever was looked for: always fits a button, and comes back as it was', () => {
  fc.assert(
    fc.property(pageTurn, (turn) => {
      const value = encodePageValue(turn);

      expect(value.length).toBeLessThanOrEqual(VALUE_MAX);
      expect(readPageValue(value)).toEqual(turn);
    }),
  );
});

test.each([
  ['control characters', '\u0000'.repeat(200)],
  ['emoji', '😀'.repeat(200)],
  ['quotes', '"'.repeat(200)],
  ['lone surrogates', '\uD83D'.repeat(200)],
])('the longest title of %s with a date text without end: still fits a button', (_, title) => {
  const closes = { kind: 'until', text: '\u0000'.repeat(5000) } as const;

  const value = encodeRequestValue({
    request: { title, recording: 'automatic', hostOnly: false, joinApproval: 'everyone', closes },
  });

  expect(value.length).toBeLessThanOrEqual(VALUE_MAX);
  expect(readRequestValue(value)?.request.title).toBe(title);
});

test('only what belongs in a value is written: a room with its link gives its key alone', () => {
  const room = { roomKey: 'r1', title: 'Design review', hostUrl: 'https://secret.example' };

  expect(encodeRoomValue(room)).toBe('{"v":1,"roomKey":"r1"}');
});

test.each([
  ['nothing', undefined],
  ['no JSON', 'r1'],
  ['another shape', '{"v":1,"id":"r1"}'],
  ['another version', '{"v":2,"roomKey":"r1","recordingId":"r1","request":{}}'],
  ['no version', '{"roomKey":"r1","recordingId":"r1"}'],
  ['an empty key', '{"v":1,"roomKey":"","recordingId":""}'],
  ['an endless key', JSON.stringify({ v: 1, roomKey: 'x'.repeat(201), recordingId: 'x'.repeat(201) })],
  ['a list', '[1]'],
  ['null', 'null'],
])('%s: is no value of ours', (_, text) => {
  expect(readRoomValue(text)).toBeUndefined();
  expect(readRecordingValue(text)).toBeUndefined();
  expect(readRequestValue(text)).toBeUndefined();
  expect(readPageValue(text)).toBeUndefined();
});
