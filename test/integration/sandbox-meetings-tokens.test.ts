import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { type Json, request } from '../support/sandbox-client.ts';
import { type SandboxMeetings, startSandboxMeetings } from '../support/sandbox-meetings.ts';

let sandbox: SandboxMeetings;
beforeAll(async () => {
  sandbox = await startSandboxMeetings();
});
afterAll(() => sandbox.close());

test('no token: 401 from the gateway', async () => {
  const answer = await request('GET', `${sandbox.meetings.apiUrl}/rooms`);

  expect(answer).toEqual({ status: 401, body: meetingsFixture('openapi-0.1.7.error-401') });
});

const now = Math.floor(Date.now() / 1000);
test.each<[string, Json]>([
  ['of another application', { application_id: 'bbbbbbbb-bbbb-4ccc-8ddd-0123456789ab' }],
  ['that has expired', { iat: now - 1000, exp: now - 100 }],
  ['without exp, 15 minutes old', { iat: now - 901, exp: undefined }],
  ['valid for more than a day', { exp: now + 86_460 }],
  ['from the future', { iat: now + 600, exp: now + 900 }],
  ['without iat', { iat: undefined }],
  ['without jti', { jti: undefined }],
])('token %s: 401', async (_, claims) => {
  const authorization = `Bearer ${await sandbox.token(claims)}`;

  const answer = await request('GET', `${sandbox.meetings.apiUrl}/rooms`, { authorization });

  expect(answer).toEqual({ status: 401, body: meetingsFixture('python-sdk.unauthorized') });
});

test('token signed by another key, by the public key as a secret, or no token at all: 401', async () => {
  const claims = {
    application_id: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab',
    jti: 'a',
    iat: now,
    exp: now + 900,
  };
  const { privateKey } = await generateKeyPair('RS256');
  const foreign = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
  const confused = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode('a secret'));

  for (const authorization of [`Bearer ${foreign}`, `Bearer ${confused}`, 'Bearer x', 'Basic YTpi']) {
    const answer = await request('GET', `${sandbox.meetings.apiUrl}/rooms`, { authorization });
    expect(answer).toEqual({ status: 401, body: meetingsFixture('python-sdk.unauthorized') });
  }
});

test('token after the clock was moved by a month: still good, tokens live in real time', async () => {
  await sandbox.script('POST', '/clock', { advance_seconds: 30 * 86_400 });

  expect((await sandbox.call('GET', '/rooms')).status).toBe(200);
});

test('dial-in numbers: without a token too', async () => {
  const answer = await request('GET', `${sandbox.meetings.apiUrl}/dial-in-numbers`);

  expect(answer.status).toBe(200);
  expect(answer.body).toContainEqual({
    number: '442381924626',
    locale: 'en-GB',
    display_name: 'United Kingdom',
  });
});
