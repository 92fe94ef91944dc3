import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedError } from '../../src/errors.ts';
import { parseCallback } from '../../src/video/parse-callback.ts';
import { meetingsFixture, meetingsFixtureBytes, meetingsFixtureNames } from '../support/meetings-fixtures.ts';

const available = meetingsFixture('video.callback.archive-available');
const connected = meetingsFixture('video.callback.connectionCreated');
const ended = available.createdAt + available.duration * 1000;

function parse(message: unknown) {
  return parseCallback(Buffer.from(JSON.stringify(message)));
}

const { sessionId } = connected;
const noRoom = { sessionId, providerRoomId: null };
const participantId = connected.connection.id;

const SAMPLES = {
  'video.callback.archive-available': {
    kind: 'recording-uploaded',
    recordingId: available.id,
    sessionId: available.sessionId,
    providerRoomId: null,
    startedAt: available.createdAt,
    endedAt: ended,
    durationSeconds: 328,
  },
  'video.callback.archive-started-tokbox-sample': {
    kind: 'recording-started',
    recordingId: '75f30a36-df0f-471b-88b0-c56ad26b4473',
    ...noRoom,
    startedAt: 1_470_317_864_000,
    endedAt: null,
    durationSeconds: null,
  },
  'video.callback.connectionCreated': {
    kind: 'participant-joined',
    ...noRoom,
    participantId,
    name: '',
    isHost: false,
  },
  'video.callback.connectionDestroyed': {
    kind: 'participant-left',
    ...noRoom,
    participantId,
    name: '',
    isHost: false,
  },
  'video.callback.streamCreated': { kind: 'unknown', event: 'streamCreated' },
  'video.callback.streamDestroyed': { kind: 'unknown', event: 'streamDestroyed' },
};

describe('public samples', () => {
  test.each(Object.entries(SAMPLES))('%s: read', (name, expected) => {
    expect(parseCallback(meetingsFixtureBytes(name))).toEqual(expected);
  });

  test('every callback sample of the Video API is in the table', () => {
    const samples = meetingsFixtureNames.filter((name) => name.startsWith('video.callback.'));

    expect(samples.toSorted()).toEqual(Object.keys(SAMPLES).toSorted());
  });
});

describe('an archive by its status', () => {
  test.each([
    ['started', { kind: 'recording-started', endedAt: null, durationSeconds: null }],
    ['paused', { kind: 'recording-started', endedAt: null, durationSeconds: null }],
    ['stopped', { kind: 'recording-ended', endedAt: ended, durationSeconds: 328 }],
    ['uploaded', { kind: 'recording-uploaded', endedAt: ended }],
    ['available', { kind: 'recording-uploaded', endedAt: ended }],
    ['failed', { kind: 'recording-failed', endedAt: ended, reason: null }],
    ['expired', { kind: 'recording-expired', endedAt: ended }],
    ['deleted', { kind: 'recording-expired', endedAt: ended }],
    ['whatever comes next', { kind: 'unknown', event: 'archive whatever comes next' }],
  ])('%s', (status, expected) => {
    expect(parse({ ...available, status })).toMatchObject(expected);
  });

  test.each([
    ['maximum duration exceeded', 'maximum duration exceeded'],
    ['two\nlines\u0000', 'two lines'],
    ['x'.repeat(300), 'x'.repeat(200)],
    ['', null],
    [7, null],
    [undefined, null],
  ])('failed, because of %j', (reason, expected) => {
    expect(parse({ ...available, status: 'failed', reason })).toMatchObject({ reason: expected });
  });

  test.each(['uploaded', 'available'])('%s, but empty: there is no video', (status) => {
    const told = parse({ ...available, status, size: 0, duration: 0 });

    expect(told).toMatchObject({ kind: 'recording-failed', reason: 'nothing was published' });
  });

  test.each(['started', 'stopped'])('%s, and no size yet: that is as it should be', (status) => {
    expect(parse({ ...available, status, size: 0 }).kind).not.toBe('recording-failed');
  });

  test('as logged from the live service, with more members and no link: read the same', () => {
    const live = {
      applicationId: 'a',
      projectId: 'a',
      sha256sum: '',
      updatedAt: 1_384_221_380_001,
      url: null,
    };

    expect(parse({ ...available, ...live, partnerId: 'a' })).toEqual(
      SAMPLES['video.callback.archive-available'],
    );
  });

  test.each([
    ['no times', { createdAt: undefined, duration: undefined }],
    ['times that are text', { createdAt: 'now', duration: 'long' }],
  ])('%s: left to whoever reads it back', (_what, changes) => {
    expect(parse({ ...available, ...changes })).toMatchObject({
      startedAt: null,
      endedAt: null,
      durationSeconds: null,
    });
  });
});

describe('session monitoring', () => {
  const timestamp = 1_470_257_688_309;

  test('the session: began and ended when it says', () => {
    expect(parse({ ...noRoom, event: 'sessionCreated', timestamp })).toEqual({
      kind: 'session-started',
      ...noRoom,
      startedAt: timestamp,
    });
    expect(parse({ ...noRoom, event: 'sessionDestroyed', timestamp })).toEqual({
      kind: 'session-ended',
      ...noRoom,
      startedAt: null,
      endedAt: timestamp,
    });
  });

  test.each([
    [
      { name: 'Ada', isHost: true, participantId: 'p1' },
      { name: 'Ada', isHost: true },
    ],
    [
      { name: 'A\u0000d\na', isHost: false },
      { name: 'Ada', isHost: false },
    ],
    [
      { name: 7, isHost: true },
      { name: '', isHost: false },
    ],
    [
      { name: 'Ada', isHost: 'yes' },
      { name: '', isHost: false },
    ],
    ['no object', { name: '', isHost: false }],
  ])('somebody whose token says %j', (data, expected) => {
    const connection = { ...connected.connection, data: JSON.stringify(data) };

    expect(parse({ ...connected, connection })).toMatchObject({ participantId, ...expected });
  });

  test.each(['sessionNotification', 'broadcast', 'captions', '__proto__', 'constructor'])(
    '%s: unknown, whatever else it holds',
    (event) => {
      expect(parse({ event, status: 'started', sessionId: 5 })).toEqual({ kind: 'unknown', event });
    },
  );
});

describe('refused', () => {
  test.each([
    ['null', 'bad_json', Buffer.from('nul')],
    ['bytes that are no text', 'bad_json', Buffer.from([0x22, 0xff, 0x22])],
    ['a list', 'schema_mismatch', Buffer.from('[]')],
    ['neither event nor archive', 'schema_mismatch', Buffer.from('{"status":"started"}')],
  ])('%s: %s', (_what, code, body) => {
    expect(() => parseCallback(body)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['an archive without id', { ...available, id: undefined }],
    ['an archive without session', { ...available, sessionId: '' }],
    ['a connection without id', { ...connected, connection: {} }],
    ['no connection', { ...connected, connection: undefined }],
    ['an event that is no text', { ...connected, event: 7 }],
  ])('%s', (_what, message) => {
    expect(() => parse(message)).toThrow(expect.objectContaining({ code: 'schema_mismatch' }));
  });

  test('anything at all: an event, or refused as malformed', () => {
    const member = fc.constantFrom(
      'event',
      'status',
      'id',
      'sessionId',
      'createdAt',
      'duration',
      'size',
      'connection',
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('archive', 'started', 'available', 'connectionCreated', 'sessionDestroyed'),
    );
    fc.assert(
      fc.property(fc.dictionary(member, value), (changes) => {
        try {
          expect(parse({ ...available, ...changes }).kind).toBeTypeOf('string');
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
    );
  });
});
