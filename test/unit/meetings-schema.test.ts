import { describe, expect, test } from 'vitest';
import {
  recordingSchema,
  roomSchema,
  roomsPageSchema,
  sessionRecordingsSchema,
} from '../../src/meetings/schema.ts';
import { meetingsFixture } from '../support/meetings-fixtures.ts';

const room = meetingsFixture('python-sdk.meeting_room');
const recording = meetingsFixture('python-sdk.get_recording');
const liveSession = '1_MX40NjMzOTg5Mn5-MTY3NDYxNDI4NjY5M35WM0xaVXBSc1lpT3hKWE1XQ2diM1B3cXB-fn4';

describe('rooms', () => {
  test.each([
    ['python-sdk.meeting_room', 'b3142c46-d1c1-4405-baa6-85683827ed69', '2023-01-24T03:30:38.629Z', null],
    ['python-sdk.long_term_room', '33791484-231c-421b-8349-96e1a44e27d2', '2023-01-30T00:47:04.000Z', null],
    ['docs-2021.room-instant', 'a66e451f-794c-460a-b95a-cd60f5dbdc1a', '2021-10-19T17:54:17.219Z', null],
    ['docs-2021.room-long_term', 'bc41d742-b336-4bf6-8643-aa97b5f5025c', '2022-10-21T18:45:50.901Z', null],
    [
      'openapi-0.1.7.room',
      '9f6fe8ae-3458-4a72-b532-8276d5533e97',
      '2023-06-06T06:55:07.134Z',
      'Welcome to my custom room',
    ],
  ])('%s: id, closing time, key and both links', (name, providerRoomId, expiresAt, roomKey) => {
    const body = meetingsFixture(name);

    expect(roomSchema.parse(body)).toEqual({
      providerRoomId,
      expiresAt: Date.parse(expiresAt),
      hostUrl: body._links.host_url.href,
      guestUrl: body._links.guest_url.href,
      closesAfterSession: false,
      roomKey,
    });
  });

  test('a room that closes after its session: says so', () => {
    expect(roomSchema.parse({ ...room, expire_after_use: true })).toMatchObject({ closesAfterSession: true });
  });

  test('members we do not need, missing or of another type: no matter', () => {
    const { id, _links } = room;

    expect(roomSchema.parse({ id, _links, metadata: { a: 1 }, expires_at: 5, type: 'new' })).toMatchObject({
      providerRoomId: id,
      expiresAt: null,
      roomKey: null,
    });
  });

  test.each(['id', '_links'])('room without %s: not a room', (member) => {
    expect(roomSchema.safeParse({ ...room, [member]: undefined }).success).toBe(false);
  });
});

describe('pages of rooms', () => {
  test('specification: rooms, number of rooms and where the next page starts', () => {
    const page = roomsPageSchema.parse(meetingsFixture('openapi-0.1.7.rooms_page'));

    expect(page).toMatchObject({ size: 1, totalItems: 30, nextStartId: 2293906 });
    expect(page.rooms.map((each) => each.roomKey)).toEqual(['Welcome to my custom room']);
  });

  test('live: links without a scheme, page size as a string', () => {
    const next = { href: 'api-eu.vonage.com/meetings/rooms?page_size=20&start_id=2006655' };
    const page = roomsPageSchema.parse({
      page_size: '20',
      total_items: '5',
      _embedded: [room],
      _links: { next },
    });

    expect(page).toMatchObject({ size: 1, totalItems: 5, nextStartId: 2006655 });
  });

  test('beta: rooms one level deeper, no links', () => {
    expect(roomsPageSchema.parse({ _embedded: { rooms: [room] } })).toMatchObject({
      size: 1,
      totalItems: null,
      nextStartId: null,
    });
  });

  test('a room that cannot be read: left out, but counted', () => {
    const page = roomsPageSchema.parse({ _embedded: [{ id: 7 }, room] });

    expect(page.size).toBe(2);
    expect(page.rooms).toHaveLength(1);
  });

  test.each([[{}], [{ _embedded: 'rooms' }], [[]], ['<html>']])('%j: not a list of rooms', (body) => {
    expect(roomsPageSchema.safeParse(body).success).toBe(false);
  });

  test('no rooms at all: an empty page', () => {
    expect(roomsPageSchema.parse({ total_items: 0 })).toMatchObject({ rooms: [], size: 0, totalItems: 0 });
  });
});

describe('recordings', () => {
  const live = {
    recordingId: 'e5b73c98-c087-4ee5-b61b-0ea08204fc65',
    sessionId: liveSession,
    uploaded: true,
    startedAt: Date.parse('2023-01-25T02:38:31.000Z'),
    endedAt: Date.parse('2023-01-25T02:38:40.000Z'),
  };

  test('live: uploaded, with a link and until when it works', () => {
    expect(recordingSchema.parse(recording)).toEqual({
      ...live,
      url: recording._links.url.href,
      urlExpiresAt: Date.parse('2023-01-25T22:50:32.000Z'),
    });
  });

  test('specification: stopped, so its link is not passed on', () => {
    expect(recordingSchema.parse(meetingsFixture('openapi-0.1.7.recording'))).toMatchObject({
      uploaded: false,
      endedAt: Date.parse('2023-06-06T08:15:13.974Z'),
      url: null,
      urlExpiresAt: null,
    });
  });

  test('still running: neither end nor link', () => {
    const body = { ...recording, status: 'started', ended_at: null, _links: undefined };

    expect(recordingSchema.parse(body)).toMatchObject({ uploaded: false, endedAt: null, url: null });
  });

  test.each([
    ['python-sdk.get_session_recordings', [live.recordingId]],
    ['openapi-0.1.7.session_recordings', ['9f6fe8ae-3458-4a72-b532-8276d5533e97']],
  ])('%s: the recordings of a session', (name, ids) => {
    const list = sessionRecordingsSchema.parse(meetingsFixture(name));

    expect(list.map((each) => each.recordingId)).toEqual(ids);
  });

  test.each([[{}], [{ _embedded: {} }], [{ _embedded: [] }]])('%j: no recordings', (body) => {
    expect(sessionRecordingsSchema.parse(body)).toEqual([]);
  });
});
