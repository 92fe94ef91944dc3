import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { clientToken } from '../../src/video/client-token.ts';

const NOW = Date.UTC(2026, 0, 5, 9, 30);
const applicationId = '9d2c4f0e-6f0c-4e0f-8d8e-6d1f4a0f7f11';
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const sign = clientToken({ applicationId, privateKey, clock: { now: () => NOW } });

test('a guest: the claims that Vonage asks for, signed by the application’s key', async () => {
  const token = await sign({ sessionId: '1_MX4', name: 'Ada', isHost: false });

  const { payload, protectedHeader } = await jwtVerify(token, pair.publicKey, {
    algorithms: ['RS256'],
    currentDate: new Date(NOW),
  });
  expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT' });
  expect(payload).toEqual({
    application_id: applicationId,
    iat: NOW / 1000,
    exp: NOW / 1000 + 86_400,
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    scope: 'session.connect',
    session_id: '1_MX4',
    role: 'publisher',
    initial_layout_class_list: '',
    connection_data: expect.any(String),
    sub: 'video',
    acl: { paths: { '/session/**': {} } },
  });
  expect(JSON.parse(String(payload['connection_data']))).toEqual({
    name: 'Ada',
    isHost: false,
    participantId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('a host: a moderator, and known as one to the others', async () => {
  const claims = decodeJwt(await sign({ sessionId: '1_MX4', name: 'Ada', isHost: true }));

  expect(claims['role']).toBe('moderator');
  expect(JSON.parse(String(claims['connection_data']))).toMatchObject({ isHost: true });
});

test('the longest name, whatever is in it: fits into what Vonage takes', async () => {
  const name = '\u0001'.repeat(60);

  const claims = decodeJwt(await sign({ sessionId: '1_MX4', name, isHost: true }));

  expect(String(claims['connection_data']).length).toBeLessThanOrEqual(1_000);
  expect(JSON.parse(String(claims['connection_data'])).name).toBe(name);
});

test('twice the same person: two tokens and two participants', async () => {
  const ada = { sessionId: '1_MX4', name: 'Ada', isHost: false };

  const [one, other] = [decodeJwt(await sign(ada)), decodeJwt(await sign(ada))];

  expect(one.jti).not.toBe(other.jti);
  expect(one['connection_data']).not.toBe(other['connection_data']);
});
