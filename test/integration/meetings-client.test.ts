import { jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import type { RoomOrder } from '../../src/usecases/ports/meetings.ts';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { applicationId, applicationPublicKey, MEETINGS_NOW } from '../support/meetings-options.ts';
import { openMeetingsAt, roomOrder } from '../support/open-meetings.ts';
import { answerJson } from '../support/stub-http-server.ts';

const room = meetingsFixture('python-sdk.meeting_room');
async function bodySentFor(changes: Partial<RoomOrder>) {
  const { server, meetings } = await openMeetingsAt((response) => answerJson(response, 201, room));
  await meetings.createRoom({ ...roomOrder, ...changes });
  return JSON.parse(server.requests[0]?.body ?? '');
}

describe('making a room', () => {
  test('the request: one POST with a token of the application; the answer: the room', async () => {
    const { server, meetings } = await openMeetingsAt((response) => answerJson(response, 201, room));

    const made = await meetings.createRoom(roomOrder);

    expect(made).toMatchObject({ providerRoomId: room.id, guestUrl: room._links.guest_url.href });
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/v1/meetings/rooms' });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: expect.stringMatching(/^Bearer /),
    });
    const token = request?.headers.authorization?.slice('Bearer '.length) ?? '';
    const { payload } = await jwtVerify(token, applicationPublicKey, {
      algorithms: ['RS256'],
      currentDate: new Date(MEETINGS_NOW),
    });
    expect(payload['application_id']).toBe(applicationId);
  });

  test('recorded automatically: the whole body, without a type and without features', async () => {
    expect(await bodySentFor({ title: 'R&D "Q4" — Überblick' })).toEqual({
      display_name: 'R&D "Q4" — Überblick',
      metadata: 'rm_7f3a',
      recording_options: { auto_record: true },
      callback_urls: {
        rooms_callback_url: roomOrder.callbackUrl,
        sessions_callback_url: roomOrder.callbackUrl,
        recordings_callback_url: roomOrder.callbackUrl,
      },
    });
  });

  test('recording offered: contains the body of the guide for a room people record themselves', async () => {
    const body = await bodySentFor({ recording: 'offered' });

    expect(body).toMatchObject(meetingsFixture('seed.create-instant-room.request'));
    expect(body.recording_options).toEqual({ auto_record: false });
  });

  test('long-term, host only: contains the body of the guide for automatic recording', async () => {
    const closesAt = Date.UTC(2026, 1, 4, 22, 59, 59);
    const guide = meetingsFixture('seed.create-long-term-auto-record.request');

    const body = await bodySentFor({ closesAt, hostOnly: true });

    expect(body).toMatchObject({ ...guide, expires_at: '2026-02-04T22:59:59.000Z' });
  });

  test('recording offered, host only: both are said', async () => {
    expect(await bodySentFor({ recording: 'offered', hostOnly: true })).toMatchObject({
      recording_options: { auto_record: false, record_only_owner: true },
      available_features: { is_recording_available: true },
    });
  });

  test('no recording: neither automatic nor offered', async () => {
    expect(await bodySentFor({ recording: 'off' })).toMatchObject({
      recording_options: { auto_record: false },
      available_features: { is_recording_available: false },
    });
  });

  test.each([['{"id":'], ['<html>OK</html>'], [''], ['{"id":"only-this"}']])(
    'answered 201 with %j: nobody knows whether it was made',
    async (text) => {
      const { meetings } = await openMeetingsAt((response) => response.writeHead(201).end(text));

      await expect(meetings.createRoom(roomOrder)).rejects.toMatchObject({
        code: 'meetings_no_answer',
        reached: 'unknown',
      });
    },
  );
});

describe('reading and changing', () => {
  test('one room, its id encoded: the room with fresh links', async () => {
    const { server, meetings } = await openMeetingsAt((response) => answerJson(response, 200, room));

    const read = await meetings.getRoom('a/b?c d');

    expect(server.requests[0]).toMatchObject({ method: 'GET', url: '/v1/meetings/rooms/a%2Fb%3Fc%20d' });
    expect(read.hostUrl).toBe(room._links.host_url.href);
  });

  test.each(['', '.', '..'])(
    'id %j, which would lead elsewhere: not found, and nothing is sent',
    async (id) => {
      const { server, meetings } = await openMeetingsAt((response) => answerJson(response, 200, room));

      await expect(meetings.getRecording(id)).rejects.toMatchObject({ code: 'meetings_not_found' });

      expect(server.requests).toEqual([]);
    },
  );

  test('a long-term room changed: sent as update_details, only what changes', async () => {
    const { server, client } = await openMeetingsAt((response) =>
      answerJson(response, 200, meetingsFixture('python-sdk.long_term_room')),
    );

    await client.changeRoom('r1', { expiresAt: Date.UTC(2026, 5, 1), closesAfterSession: true });
    const changed = await client.changeRoom('r1', { closesAfterSession: false });

    expect(changed.providerRoomId).toBe('33791484-231c-421b-8349-96e1a44e27d2');
    expect(server.requests.map(({ method, url, body }) => [method, url, JSON.parse(body)])).toEqual([
      [
        'PATCH',
        '/v1/meetings/rooms/r1',
        { update_details: { expires_at: '2026-06-01T00:00:00.000Z', expire_after_use: true } },
      ],
      ['PATCH', '/v1/meetings/rooms/r1', { update_details: { expire_after_use: false } }],
    ]);
  });

  test.each([
    ['with one', 1, 200, meetingsFixture('python-sdk.get_session_recordings')],
    ['without any', 0, 200, { _embedded: { recordings: [] } }],
    ['unknown', 0, 404, meetingsFixture('python-sdk.get_session_recordings_not_found')],
  ])('recordings of a session %s: %i', async (_what, count, status, body) => {
    const { server, client } = await openMeetingsAt((response) => answerJson(response, status, body));

    const recordings = await client.listSessionRecordings('1_MX40/x');

    expect(recordings).toHaveLength(count);
    expect(server.requests[0]?.url).toBe('/v1/meetings/sessions/1_MX40%2Fx/recordings');
  });

  test('a recording nobody knows: not found', async () => {
    const body = meetingsFixture('python-sdk.get_recording_not_found');
    const { meetings } = await openMeetingsAt((response) => answerJson(response, 404, body));

    await expect(meetings.getRecording('x')).rejects.toMatchObject({
      name: 'NotFoundError',
      code: 'meetings_not_found',
    });
  });

  test.each([['<html>OK</html>'], ['{"id":"no status"}']])(
    'a recording answered 200 with %s: a bad answer, asked for once',
    async (text) => {
      const { server, meetings } = await openMeetingsAt((response) => response.writeHead(200).end(text));

      await expect(meetings.getRecording('x')).rejects.toMatchObject({
        name: 'MalformedError',
        code: 'meetings_bad_answer',
      });

      expect(server.requests).toHaveLength(1);
    },
  );
});

test('storage: what the recording guide says', async () => {
  const { meetings } = await openMeetingsAt((response) => response.end());

  expect(meetings.storage).toEqual({
    place: 'Amazon S3',
    encryption: 'SSE-S3',
    according: 'Vonage',
    keptDays: 30,
  });
});
