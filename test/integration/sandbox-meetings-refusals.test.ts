import { afterAll, beforeAll, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import type { Json } from '../support/sandbox-client.ts';
import { type SandboxMeetings, startSandboxMeetings } from '../support/sandbox-meetings.ts';

const IN_AN_HOUR = () => new Date(Date.now() + 3_600_000).toISOString();

let sandbox: SandboxMeetings;
beforeAll(async () => {
  sandbox = await startSandboxMeetings();
});
afterAll(() => sandbox.close());

const longTerm = { display_name: 'x', type: 'long_term' };
test.each<[Json | undefined, string]>([
  [undefined, '"value" is required'],
  [{}, '"display_name" is required'],
  [{ display_name: '' }, '"display_name" is not allowed to be empty'],
  [{ display_name: 7 }, '"display_name" must be a string'],
  [
    { display_name: 'a'.repeat(201) },
    '"display_name" length must be less than or equal to 200 characters long',
  ],
  [
    { display_name: 'x', metadata: 'a'.repeat(501) },
    '"metadata" length must be less than or equal to 500 characters long',
  ],
  [{ display_name: 'x', type: 'forever' }, '"type" must be one of [instant, long_term]'],
  [{ display_name: 'x', expires_at: '2199-01-01T00:00:00Z' }, '"expires_at" is not allowed'],
  [{ display_name: 'x', expire_after_use: true }, '"expire_after_use" is not allowed'],
  [{ display_name: 'x', color: 'red' }, '"color" is not allowed'],
  [
    { display_name: 'x', recording_options: { auto_record: 'yes' } },
    '"recording_options.auto_record" must be a boolean',
  ],
  [
    { display_name: 'x', recording_options: { record_all: true } },
    '"recording_options.record_all" is not allowed',
  ],
  [
    { display_name: 'x', callback_urls: { rooms_callback_url: 'ftp://x' } },
    '"callback_urls.rooms_callback_url" with value "ftp://x" fails to match the required pattern: /^https?:\\/\\/.*$/',
  ],
  [longTerm, '"expires_at" is required'],
  [{ ...longTerm, expires_at: 'soon' }, '"expires_at" must be in ISO 8601 date format'],
  [
    { ...longTerm, expires_at: new Date(Date.now() + 599_000).toISOString() },
    '"expires_at" must be greater than 10 minutes from now',
  ],
])('room with %j: 400 in the words of the service', async (body, message) => {
  const answer = await sandbox.call('POST', '/rooms', body);

  expect(answer).toEqual({ status: 400, body: { ...meetingsFixture('openapi-0.1.7.error-400'), message } });
});

test('body that is not JSON: 400', async () => {
  const { status, body } = await sandbox.call('POST', '/rooms', '{"display_name":');

  expect(status).toBe(400);
  expect(body).toMatchObject({ name: 'BadRequestError', status: 400 });
});

test('instant room changed: 400 with the recorded text', async () => {
  const room = await sandbox.createRoom();

  const answer = await sandbox.call('PATCH', `/rooms/${room.id}`, {
    update_details: { expire_after_use: true },
  });

  const recorded = meetingsFixture('python-sdk.update_room_type_error');
  const message = recorded.message.replace('b3142c46-d1c1-4405-baa6-85683827ed69', room.id);
  expect(answer).toEqual({ status: 400, body: { ...recorded, message } });
});

test('change without any member: 400 with the recorded text', async () => {
  const room = await sandbox.createRoom({ type: 'long_term', expires_at: IN_AN_HOUR() });

  const answer = await sandbox.call('PATCH', `/rooms/${room.id}`, { update_details: {} });

  expect(answer).toEqual({ status: 400, body: meetingsFixture('python-sdk.update_no_keys') });
});

test.each([
  ['GET', '/recordings/not-a-real-recording-id', 'python-sdk.get_recording_not_found'],
  ['GET', '/sessions/not-a-real-session-id/recordings', 'python-sdk.get_session_recordings_not_found'],
  ['GET', '/rooms/50da57f5-0aaf-4ac5-804c-2114afc89197', 'openapi-0.1.7.error-404'],
])('%s %s: 404 as recorded', async (method, path, fixture) => {
  expect(await sandbox.call(method, path)).toEqual({ status: 404, body: meetingsFixture(fixture) });
});

test.each([
  ['DELETE', '/recordings/not-a-real-recording-id'],
  ['DELETE', '/rooms/50da57f5-0aaf-4ac5-804c-2114afc89197'],
  ['GET', '/sessions/not-a-real-session-id/recording'],
  ['GET', '/sessions/not-a-real-session-id'],
])('%s %s: 404', async (method, path) => {
  const { status, body } = await sandbox.call(method, path);

  expect(status).toBe(404);
  expect(body).toMatchObject({ name: 'NotFoundError', status: 404, message: expect.any(String) });
});
