import { createHash, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { verifyCallback } from '../../src/vonage/verify.ts';
import { meetingsFixture } from '../support/meetings-fixtures.ts';

const NOW = Date.UTC(2026, 0, 5, 9, 30);
const HOUR = 3_600;
const secret = 'a signature secret of at least 32 bytes';
const body = Buffer.from('{"event":"recording:started"}');
const jti = 'c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5';
const claims = { ...meetingsFixture('signed-webhooks.sample-claims').payload, jti, payload_hash: hash(body) };

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function signed(changes: object = {}, key = secret): Promise<string> {
  const jwt = new SignJWT({ ...claims, iat: NOW / 1000, ...changes }).setProtectedHeader({ alg: 'HS256' });
  return `Bearer ${await jwt.sign(new TextEncoder().encode(key))}`;
}

function verify(authorization: string | undefined, changes: object = {}) {
  return verifyCallback({ authorization, body, secrets: [secret], now: NOW, ...changes });
}

describe('accepted', () => {
  test.each([
    ['now', 0],
    ['25 hours ago', -25 * HOUR],
    ['5 minutes ahead', 300],
  ])('signed %s: gives the id of the signature', async (_when, seconds) => {
    const authorization = await signed({ iat: NOW / 1000 + seconds });

    expect(await verify(authorization)).toEqual({ jti });
  });

  test.each([[['new', secret]], [[secret, 'old']]])(
    'secrets %j: any of them may have signed',
    async (secrets) => {
      expect(await verify(await signed(), { secrets })).toEqual({ jti });
    },
  );

  test('scheme in lower case: is the same', async () => {
    const authorization = (await signed()).replace('Bearer', 'bearer');

    expect(await verify(authorization)).toEqual({ jti });
  });
});

describe('refused', () => {
  test.each([[undefined], ['']])(
    'header %j: missing, so that the sender tries again',
    async (authorization) => {
      await expect(verify(authorization)).rejects.toMatchObject({ code: 'signature_missing' });
    },
  );

  test.each([['Bearer'], ['Bearer x'], ['Bearer a.b.c'], ['Basic dTpw'], ['Bearer a b']])(
    'header %j: invalid',
    async (authorization) => {
      await expect(verify(authorization)).rejects.toMatchObject({ code: 'signature_invalid' });
    },
  );

  test.each([
    ['another secret', ['another secret']],
    ['none', []],
    ['an empty one', ['']],
  ])('secret is %s: invalid', async (_what, secrets) => {
    await expect(verify(await signed(), { secrets })).rejects.toMatchObject({ code: 'signature_invalid' });
  });

  test.each([
    ['a second over 25 hours ago', -25 * HOUR - 1],
    ['a second over 5 minutes ahead', 301],
  ])('signed %s: stale', async (_when, seconds) => {
    const authorization = await signed({ iat: NOW / 1000 + seconds });

    await expect(verify(authorization)).rejects.toMatchObject({ code: 'signature_stale' });
  });

  test.each([
    ['no time', { iat: undefined }, 'signature_stale'],
    ['a time that is text', { iat: String(NOW / 1000) }, 'signature_invalid'],
    ['an end that is over', { exp: NOW / 1000 - 1 }, 'signature_stale'],
    ['no id', { jti: undefined }, 'signature_invalid'],
    ['an id of 201 characters', { jti: 'x'.repeat(201) }, 'signature_invalid'],
    ['no hash', { payload_hash: undefined }, 'payload_mismatch'],
    ['a hash in capitals', { payload_hash: hash(body).toUpperCase() }, 'payload_mismatch'],
  ])('claims with %s: refused', async (_what, changes, code) => {
    await expect(verify(await signed(changes))).rejects.toMatchObject({ code });
  });

  test('body altered by one byte: is not what was signed', async () => {
    const altered = Buffer.from(body.toString().replace('started', 'startee'));

    const verified = verify(await signed(), { body: altered });

    await expect(verified).rejects.toMatchObject({ code: 'payload_mismatch' });
  });

  test('algorithm "none": invalid', async () => {
    const parts = [{ alg: 'none' }, { ...claims, iat: NOW / 1000 }];
    const unsigned = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

    await expect(verify(`Bearer ${unsigned}.`)).rejects.toMatchObject({ code: 'signature_invalid' });
  });

  test.each(['HS384', 'HS512'])('algorithm %s with the right secret: invalid', async (alg) => {
    const jwt = new SignJWT({ ...claims, iat: NOW / 1000 }).setProtectedHeader({ alg });
    const token = await jwt.sign(Buffer.from(secret.repeat(2)));

    const verified = verify(`Bearer ${token}`, { secrets: [secret.repeat(2)] });

    await expect(verified).rejects.toMatchObject({ code: 'signature_invalid' });
  });

  test('signed with RS256, the public key as secret: invalid', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwt = new SignJWT({ ...claims, iat: NOW / 1000 }).setProtectedHeader({ alg: 'RS256' });
    const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

    const verified = verify(`Bearer ${await jwt.sign(pair.privateKey)}`, { secrets: [publicKey] });

    await expect(verified).rejects.toMatchObject({ code: 'signature_invalid' });
  });
});

interface Vector {
  readonly name: string;
  readonly secret: string;
  readonly token: string;
  readonly signature_valid: boolean;
}

// The published tokens carry no payload hash: a right signature gets one check further.
test.each<Vector>(meetingsFixture('signed-webhooks.hs256-vectors'))(
  'published vector $name',
  async (vector) => {
    const { iat } = JSON.parse(Buffer.from(vector.token.split('.')[1] ?? '', 'base64url').toString());

    const verified = verify(`Bearer ${vector.token}`, { secrets: [vector.secret], now: iat * 1000 });

    const code = vector.signature_valid ? 'payload_mismatch' : 'signature_invalid';
    await expect(verified).rejects.toMatchObject({ code });
  },
);
