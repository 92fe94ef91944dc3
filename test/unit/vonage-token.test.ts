import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { applicationToken } from '../../src/vonage/token.ts';

const START = Date.UTC(2026, 0, 5, 9, 30);
const applicationId = '9d2c4f0e-6f0c-4e0f-8d8e-6d1f4a0f7f11';
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function tokenAt() {
  const clock = { time: START, now: () => clock.time };
  return { clock, token: applicationToken({ applicationId, privateKey, clock }) };
}

test('token: signed with RS256 by the application key, it names the application and lives 15 minutes', async () => {
  const { token } = tokenAt();

  const verified = await jwtVerify(await token(), pair.publicKey, {
    algorithms: ['RS256'],
    currentDate: new Date(START),
  });

  expect(verified.protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT' });
  expect(verified.payload).toEqual({
    application_id: applicationId,
    iat: START / 1000,
    exp: START / 1000 + 900,
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('token asked for again within 14 minutes: the same one', async () => {
  const { clock, token } = tokenAt();
  const first = await token();

  clock.time = START + 14 * 60_000 - 1;

  expect(await token()).toBe(first);
});

test('token asked for in its last minute: a new one with a new id', async () => {
  const { clock, token } = tokenAt();
  const first = decodeJwt(await token());

  clock.time = START + 14 * 60_000;
  const second = decodeJwt(await token());

  expect(second.exp).toBe(START / 1000 + 14 * 60 + 900);
  expect(second.jti).not.toBe(first.jti);
});

test('token asked for after the clock was set back: a new one, since the first is from the future now', async () => {
  const { clock, token } = tokenAt();
  await token();

  clock.time = START - 3_600_000;

  expect(decodeJwt(await token()).iat).toBe(START / 1000 - 3_600);
});

test('key in the older "RSA PRIVATE KEY" form: works as well', async () => {
  const older = pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const token = applicationToken({ applicationId, privateKey: older, clock: { now: () => START } });

  const signed = await token();

  expect(decodeProtectedHeader(signed).alg).toBe('RS256');
  const key = createPublicKey(older);
  await expect(jwtVerify(signed, key, { currentDate: new Date(START) })).resolves.toBeDefined();
});

test('key that is none: refused at once', () => {
  const clock = { now: () => START };

  expect(() => applicationToken({ applicationId, privateKey: 'not a key', clock })).toThrow();
});
