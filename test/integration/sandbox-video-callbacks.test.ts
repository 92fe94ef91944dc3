import { createHash } from 'node:crypto';
import { jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { type SandboxVideo, startSandboxVideo } from '../support/sandbox-video.ts';

let sandbox: SandboxVideo;
beforeEach(async () => {
  sandbox = await startSandboxVideo();
});
afterEach(() => sandbox.close());

/** What came, in order: events, and archives by their status. */
const told = () =>
  sandbox.receiver.received.map(({ event, body }) => (event === 'archive' ? body['status'] : event));

const LIFE = [
  'sessionCreated',
  'connectionCreated',
  'started',
  'streamCreated',
  'streamDestroyed',
  'paused',
  'connectionDestroyed',
  'stopped',
  'sessionDestroyed',
  'available',
];

test('a recorded session: every callback in order, each at its address, with the published members', async () => {
  const leave = await sandbox.join(await sandbox.createSession());
  await sandbox.advance(328);
  await leave();
  await sandbox.advance(60);

  await expect.poll(told).toEqual(LIFE);

  const { received } = sandbox.receiver;
  expect(received.map(({ kind }) => kind)).toEqual(
    received.map(({ event }) => (event === 'archive' ? 'archives' : 'sessions')),
  );
  const events = ['connectionCreated', 'connectionDestroyed', 'streamCreated', 'streamDestroyed'];
  for (const event of events) {
    const { body } = await sandbox.receiver.waitFor(event);
    const { stream: publishedStream, ...published } = meetingsFixture(`video.callback.${event}`);
    expect(body).toMatchObject({ event, sessionId: expect.any(String), timestamp: expect.any(Number) });
    expect(Object.keys(body).sort()).toEqual(
      Object.keys({ ...published, ...(publishedStream && { stream: 0 }) }).sort(),
    );
  }
  const { body } = await sandbox.waitForArchive('available');
  expect(Object.keys(body)).toEqual(
    expect.arrayContaining(Object.keys(meetingsFixture('video.callback.archive-available'))),
  );
  expect(body).toMatchObject({ duration: 328, size: 20_500_000, url: expect.stringContaining('Signature=') });
});

test('an archive: its callback names the second of its start, the API the millisecond', async () => {
  const sessionId = await sandbox.createSession();
  await sandbox.join(sessionId);

  const { body } = await sandbox.waitForArchive('started');

  const [archive] = await sandbox.archives(sessionId);
  expect(body['createdAt']).toBe(Math.floor((archive?.createdAt ?? 0) / 1000) * 1000);
});

test('a receiver that answers 204: not good enough, the callback comes again until it hears 200', async () => {
  sandbox.receiver.answerWith(204);
  await sandbox.join(await sandbox.createSession());
  await sandbox.receiver.waitFor('sessionCreated');
  sandbox.receiver.answerWith(200);

  const { text } = await sandbox.receiver.waitFor('sessionCreated', 2);

  expect(text).toBe(sandbox.receiver.received[0]?.text);
});

test('signature secret: every callback carries a token over its very bytes', async () => {
  await sandbox.close();
  const secret = 'a secret of at least thirty-two bytes';
  sandbox = await startSandboxVideo({ signatureSecret: secret });
  await sandbox.join(await sandbox.createSession());

  const { headers, text } = await sandbox.waitForArchive('started');

  const token = headers.authorization?.replace('Bearer ', '') ?? '';
  const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(secret));
  expect(protectedHeader.alg).toBe('HS256');
  expect(payload).toMatchObject({
    iss: 'Vonage',
    application_id: sandbox.applicationId,
    payload_hash: createHash('sha256').update(text).digest('hex'),
  });
});
