import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedError } from '../../src/errors.ts';
import { parseCallback } from '../../src/meetings/parse-callback.ts';
import { CALLBACK_SAMPLES, id, session } from '../support/callback-samples.ts';
import { meetingsFixture, meetingsFixtureBytes, meetingsFixtureNames } from '../support/meetings-fixtures.ts';

const ended = meetingsFixture('openapi-0.1.7.callback.recording-ended');
const joined = meetingsFixture('openapi-0.1.7.callback.session-participant-joined');

function parse(message: unknown) {
  return parseCallback(Buffer.from(JSON.stringify(message)));
}

describe('public samples', () => {
  test.each(Object.entries(CALLBACK_SAMPLES))('%s: read', (name, expected) => {
    expect(parseCallback(meetingsFixtureBytes(name))).toEqual(expected);
  });

  test.each(Object.entries(CALLBACK_SAMPLES))('%s as a JSON string: read the same', (name, expected) => {
    expect(parse(meetingsFixtureBytes(name).toString())).toEqual(expected);
  });

  test('every callback sample of the Meetings API is in the table', () => {
    const samples = meetingsFixtureNames.filter((name) => /^(docs|openapi).*\.callback\./.test(name));

    expect(samples.toSorted()).toEqual(Object.keys(CALLBACK_SAMPLES).toSorted());
  });
});

test.each([
  ['recording:ready', 'recording-uploaded'],
  ['recording-ready', 'recording-uploaded'],
  ['participant:joined', 'participant-joined'],
  ['participant-joined', 'participant-joined'],
  ['participant:left', 'participant-left'],
  ['participant-left', 'participant-left'],
  ['session-started', 'session-started'],
])('event spelled %s: is %s', (event, kind) => {
  expect(parse({ ...joined, ...ended, event })).toMatchObject({ kind, sessionId: session });
});

test.each(['recording:deleted', 'room-deleted', 'pincode-expired', '__proto__', 'constructor'])(
  'event %s: unknown, whatever else it holds',
  (event) => {
    expect(parse({ event, session_id: 5 })).toEqual({ kind: 'unknown', event });
  },
);

describe('tolerated', () => {
  test.each([
    ['60', 60],
    [38, 38],
    [38.6, 39],
    ['an hour', null],
    [-1, null],
    ['9'.repeat(30), null],
    [null, null],
    [undefined, null],
  ])('duration %j: %s seconds', (duration, durationSeconds) => {
    expect(parse({ ...ended, duration })).toMatchObject({ durationSeconds });
  });

  test.each([
    ['2023-06-06T07:15:13Z', '2023-06-06T07:15:13.000Z'],
    ['2023-06-06T09:15:13.974+0200', '2023-06-06T07:15:13.974Z'],
    ['2023-06-06', '2023-06-06T00:00:00.000Z'],
  ])('time %s: is %s', (started_at, expected) => {
    expect(parse({ ...ended, started_at })).toMatchObject({ startedAt: Date.parse(expected) });
  });

  test.each(['yesterday', '2023-06-06T07:15:13', '2023-13-45T07:15:13Z', '5', '', null, undefined])(
    'time %j: as if it were missing',
    (started_at) => {
      expect(parse({ ...ended, started_at })).toMatchObject({ startedAt: null });
    },
  );

  test('participant without type, name, room and host flag: a nameless guest', () => {
    const { event, session_id, participant_id } = joined;

    expect(parse({ event, session_id, participant_id })).toMatchObject({
      providerRoomId: null,
      name: '',
      isHost: false,
    });
  });

  test('name with control characters, or longer than 200: cleaned and cut', () => {
    expect(parse({ ...joined, name: `A\u0000\n${'b'.repeat(300)}` })).toMatchObject({
      name: `A${'b'.repeat(199)}`,
    });
  });
});

describe('refused', () => {
  test.each([
    ['nothing', ''],
    ['half of it', '{"event":"recording:started"'],
    ['a form', 'event=recording%3Astarted'],
    ['text in a JSON string', '"recording:started"'],
    ['bytes that are not UTF-8', Buffer.from('{"event":"\xff"}', 'latin1')],
  ])('%s: bad_json', (_what, body) => {
    expect(() => parseCallback(Buffer.from(body))).toThrow(expect.objectContaining({ code: 'bad_json' }));
  });

  test.each([
    ['null', null],
    ['a number', 5],
    ['a list', [ended]],
    ['no event', { ...ended, event: undefined }],
    ['an event that is no text', { ...ended, event: 5 }],
    ['an endless event', { ...ended, event: 'x'.repeat(201) }],
    ['no recording id', { ...ended, recording_id: undefined }],
    ['an empty recording id', { ...ended, recording_id: '' }],
    ['a recording id of 201 characters', { ...ended, recording_id: 'x'.repeat(201) }],
    ['a recording id that is a number', { ...ended, recording_id: 7 }],
    ['a zero byte in an id', { ...ended, session_id: 'a\u0000b' }],
    ['half a character in an id', { ...ended, session_id: 'a\ud800b' }],
    ['no session id', { ...ended, session_id: undefined }],
    ['a room id that is a number', { ...ended, room_id: 7 }],
    ['a time that is a number', { ...ended, started_at: 1686035713974 }],
    ['a duration that is an object', { ...ended, duration: {} }],
    ['a host flag that is text', { ...joined, is_host: 'yes' }],
    ['no participant id', { ...joined, participant_id: undefined }],
    ['a room:expired without a room', { event: 'room:expired' }],
    ['a JSON string in a JSON string', JSON.stringify(JSON.stringify(ended))],
  ])('%s: schema_mismatch', (_what, message) => {
    expect(() => parse(message)).toThrow(expect.objectContaining({ code: 'schema_mismatch' }));
  });

  test('100,000 brackets deep: refused like anything else', () => {
    expect(() => parseCallback(Buffer.from('['.repeat(100_000)))).toThrow(MalformedError);
  });
});

const OUTCOMES: ReadonlySet<string> = new Set([
  ...Object.values(CALLBACK_SAMPLES).map((event) => ('kind' in event ? String(event.kind) : '')),
  'malformed',
]);

function outcome(body: Buffer): string {
  try {
    return parseCallback(body).kind;
  } catch (error) {
    if (error instanceof MalformedError) return 'malformed';
    throw error;
  }
}

test('any bytes: read, or refused as malformed', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => OUTCOMES.has(outcome(Buffer.from(bytes)))));
});

test('any value in any member: read, or refused as malformed', () => {
  const message = fc.record({
    event: fc.constantFrom(ended.event, joined.event, 'room:expired', 'session:started', 'session:ended'),
    recording_id: fc.oneof(fc.constant(id), fc.jsonValue()),
    session_id: fc.oneof(fc.constant(session), fc.jsonValue()),
    participant_id: fc.oneof(fc.constant(id), fc.jsonValue()),
    room_id: fc.oneof(fc.constant(id), fc.jsonValue()),
    name: fc.jsonValue(),
    is_host: fc.oneof(fc.boolean(), fc.jsonValue()),
    started_at: fc.oneof(fc.constant(ended.started_at), fc.jsonValue()),
    ended_at: fc.jsonValue(),
    expires_at: fc.jsonValue(),
    duration: fc.jsonValue(),
  });

  fc.assert(fc.property(message, (value) => OUTCOMES.has(outcome(Buffer.from(JSON.stringify(value))))));
});
