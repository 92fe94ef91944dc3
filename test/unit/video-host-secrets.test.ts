import { expect, test } from 'vitest';
import { hostSecrets, newCode } from '../../src/video/host-secrets.ts';

const secrets = hostSecrets('a private key');
const code = newCode();

test('a code: 128 random bits, fit for an address', () => {
  expect(code).toMatch(/^[\w-]{22}$/);
  expect(newCode()).not.toBe(code);
});

test('a secret: the same each time, for one person and one room', () => {
  const secret = secrets.secretOf(code, 'U1');

  expect(secret).toMatch(/^[\w-]{65}$/);
  expect(secrets.secretOf(code, 'U1')).toBe(secret);
  expect(secrets.codeIn(secret)).toBe(code);
  expect(secrets.isRight(secret, code, 'U1')).toBe(true);
});

test.each([
  ['of the host before', secrets.secretOf(code, 'U2')],
  ['of another room', secrets.secretOf(newCode(), 'U1')],
  ['made with another key', hostSecrets('another key').secretOf(code, 'U1')],
  ['cut', secrets.secretOf(code, 'U1').slice(0, -1)],
  ['with something behind', `${secrets.secretOf(code, 'U1')}A`],
  ['the code alone', code],
  ['nothing', ''],
])('a secret %s: wrong', (_what, secret) => {
  expect(secrets.isRight(secret, code, 'U1')).toBe(false);
});
