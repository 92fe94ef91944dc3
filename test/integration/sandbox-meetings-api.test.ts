import { afterAll, beforeAll, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import type { Answer } from '../support/sandbox-client.ts';
import { type RoomBody, type SandboxMeetings, startSandboxMeetings } from '../support/sandbox-meetings.ts';

const IN_AN_HOUR = () => new Date(Date.now() + 3_600_000).toISOString();

let sandbox: SandboxMeetings;
beforeAll(async () => {
  sandbox = await startSandboxMeetings();
});
afterAll(() => sandbox.close());

test('instant room made with a name alone: 201 and every member of the published room, with its defaults', async () => {
  const { status, body } = await sandbox.call<RoomBody>('POST', '/rooms', {
    display_name: 'My custom room',
  });

  expect(status).toBe(201);
  const published = meetingsFixture('openapi-0.1.7.room');
  const { callback_urls: _, ...members } = published;
  expect(Object.keys(body).sort()).toEqual(Object.keys(members).sort());
  expect(body).toMatchObject({
    display_name: 'My custom room',
    metadata: null,
    type: 'instant',
    theme_id: null,
    is_available: true,
    recording_options: published.recording_options,
    available_features: published.available_features,
    ui_settings: published.ui_settings,
    initial_join_options: published.initial_join_options,
  });
  expect(Date.parse(body.expires_at) - Date.parse(String(body['created_at']))).toBe(600_000);
  expect(body.meeting_code).toMatch(/^[1-9]\d{8}$/);
  expect(body._links.guest_url.href).toBe(`${sandbox.meetings.url}/${body.meeting_code}`);
});

test('both bodies of the recording guide: 201, with what they ask for', async () => {
  const manual = await sandbox.call('POST', '/rooms', meetingsFixture('seed.create-instant-room.request'));
  const automatic = await sandbox.call('POST', '/rooms', {
    ...meetingsFixture('seed.create-long-term-auto-record.request'),
    expires_at: '2199-01-30T00:47:04+0000',
  });

  expect([manual.status, automatic.status]).toEqual([201, 201]);
  expect(manual.body).toMatchObject({ available_features: { is_recording_available: true } });
  expect(automatic.body).toMatchObject({
    type: 'long_term',
    expires_at: '2199-01-30T00:47:04.000Z',
    recording_options: { auto_record: true, record_only_owner: true },
  });
});

test('a request with every member: 201, and read back as it was sent', async () => {
  const sent = meetingsFixture('dotnet-sdk.CreateRoom.ShouldSerialize-request');

  const made = await sandbox.call<RoomBody>('POST', '/rooms', sent);
  const read = await sandbox.call<RoomBody>('GET', `/rooms/${made.body.id}`);

  expect(made.status).toBe(201);
  expect(read.body).toMatchObject(sent);
});

test('host link: a new HS256 token at each read, for the same participant and without expiry', async () => {
  const room = await sandbox.createRoom();
  const claimsOf = ({ body }: Answer<RoomBody>) => {
    const link = new URL(body._links.host_url.href);
    const [header = '', payload = ''] = (link.searchParams.get('participant_token') ?? '').split('.');
    expect(link.searchParams.get('room_token')).toBe(room.meeting_code);
    return [header, payload].map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
  };

  const [header, first] = claimsOf(await sandbox.call<RoomBody>('GET', `/rooms/${room.id}`));
  await sandbox.script('POST', '/clock', { advance_seconds: 2 });
  const [, second] = claimsOf(await sandbox.call<RoomBody>('GET', `/rooms/${room.id}`));

  expect(header).toMatchObject({ alg: 'HS256', typ: 'JWT', kid: expect.any(String) });
  expect(Object.keys(first).sort()).toEqual(['iat', 'participantId']);
  expect(second.participantId).toBe(first.participantId);
  expect(second.iat).toBeGreaterThan(first.iat);
});

test('long-term room changed: given members change, their unnamed neighbours stay', async () => {
  const room = await sandbox.createRoom({ type: 'long_term', expires_at: IN_AN_HOUR() });

  const { status, body } = await sandbox.call('PATCH', `/rooms/${room.id}`, {
    update_details: {
      expires_at: '2199-12-31T18:00:00.000Z',
      expire_after_use: true,
      available_features: { is_chat_available: false },
      callback_urls: { rooms_callback_url: 'https://example.com/rooms' },
    },
  });

  expect(status).toBe(200);
  expect(body).toMatchObject({
    expires_at: '2199-12-31T18:00:00.000Z',
    expire_after_use: true,
    available_features: { is_chat_available: false, is_recording_available: true },
    callback_urls: { ...sandbox.receiver.callbackUrls, rooms_callback_url: 'https://example.com/rooms' },
  });
});

test('behind the scenes: each request named as in the guides, with its problem, its secrets masked', async () => {
  await sandbox.createRoom({
    callback_urls: { rooms_callback_url: 'https://a.b/callbacks/meetings/s3cret' },
  });
  await sandbox.call('DELETE', '/recordings/unknown');

  const [created, deleted] = sandbox.traffic.recent().slice(-2);
  expect(created).toMatchObject({
    kind: 'vonage-api',
    title: 'Create a room',
    method: 'POST',
    path: '/v1/meetings/rooms',
    status: 201,
    body: { display_name: 'Design review' },
  });
  expect(JSON.stringify(created)).not.toContain('s3cret');
  expect(deleted).toMatchObject({
    title: 'Delete a recording',
    status: 404,
    note: 'NotFoundError: Could not find recording',
  });
});
