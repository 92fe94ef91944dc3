import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { deliver } from '../support/callbacks.ts';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { openDoors } from '../support/open-door.ts';
import { stored } from '../support/stored.ts';
import { videoRoomtone } from '../support/video-roomtone.ts';

const SECRET = 'a signature secret of at least 32 bytes';
const available = meetingsFixture('video.callback.archive-available');

async function signed(body: string, key: string): Promise<string> {
  const token = new SignJWT({ payload_hash: createHash('sha256').update(body).digest('hex'), iss: 'Vonage' });
  token.setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).setIssuedAt().setJti(randomUUID());
  return `Bearer ${await token.sign(new TextEncoder().encode(key))}`;
}

test('answered with exactly 200, or refused; what is refused or unknown changes nothing', async () => {
  const { callbackUrl } = await openDoors();

  const answers: readonly [what: string, status: number, url: string, body: unknown][] = [
    ['an archive of a session nobody knows', 200, callbackUrl, available],
    ['the same again', 200, callbackUrl, available],
    ['an event of no interest', 200, callbackUrl, meetingsFixture('video.callback.streamCreated')],
    ['a kind nobody knows', 200, callbackUrl, { event: 'somethingElse' }],
    ['a wrong token', 404, callbackUrl.replace(/[^/]+$/, 'wrong'), available],
    ['broken JSON', 400, callbackUrl, '{'],
    ['no event', 400, callbackUrl, {}],
    ['an archive without its session', 400, callbackUrl, { ...available, sessionId: undefined }],
    ['one megabyte', 413, callbackUrl, { ...available, padding: 'x'.repeat(1_000_000) }],
  ];
  for (const [what, status, url, body] of answers) {
    expect.soft(await deliver(url, body), what).toBe(status);
  }
});

test('secure callbacks: signed by Vonage only, and each signature once', async () => {
  const { app, callbackUrl } = await videoRoomtone({ VONAGE_SIGNATURE_SECRET: SECRET });
  const body = JSON.stringify(available);
  await app.settle();
  const before = stored(app);

  expect(await deliver(callbackUrl, body)).toBe(503);
  expect(await deliver(callbackUrl, body, { authorization: await signed(body, `${SECRET}!`) })).toBe(401);
  expect(await deliver(callbackUrl, `${body} `, { authorization: await signed(body, SECRET) })).toBe(401);
  expect(stored(app)).toEqual(before);

  const authorization = await signed(body, SECRET);
  expect(await deliver(callbackUrl, body, { authorization })).toBe(200);
  expect(await deliver(callbackUrl, body, { authorization })).toBe(200);
  expect(app.sql('select recording_id as id from recordings')).toEqual([{ id: available.id }]);
});
