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

test('the last one back within a minute: the same session goes on, and the same archive', async () => {
  const sessionId = await sandbox.createSession();
  const leave = await sandbox.join(sessionId);
  await leave();
  await sandbox.advance(59);

  await sandbox.join(sessionId, { name: 'Grace' });
  await sandbox.advance(60);

  expect(await sandbox.archives(sessionId)).toMatchObject([{ status: 'started' }]);
  expect(told()).not.toContain('sessionDestroyed');
});

test('four hours: the archive is split, and both parts belong to the session', async () => {
  const sessionId = await sandbox.createSession();
  await sandbox.join(sessionId);

  await sandbox.advance(4 * 3600);

  expect(await sandbox.archives(sessionId)).toMatchObject([
    { status: 'started' },
    { reason: 'maximum duration exceeded', duration: 4 * 3600 },
  ]);
});

test('72 hours: the archive is told to be expired, and has no link any more', async () => {
  const sessionId = await sandbox.createSession();
  const leave = await sandbox.join(sessionId);
  await leave();
  await sandbox.advance(61);
  const [available] = await sandbox.archives(sessionId);

  await sandbox.advance(72 * 3600);

  await sandbox.waitForArchive('expired');
  expect(available).toMatchObject({ status: 'available', url: expect.any(String) });
  expect(await sandbox.archives(sessionId)).toMatchObject([{ status: 'expired', url: null }]);
});

test('a link: works for ten minutes; the next one is another', async () => {
  const sessionId = await sandbox.createSession();
  const leave = await sandbox.join(sessionId);
  await leave();
  await sandbox.advance(61);
  const [archive] = await sandbox.archives(sessionId);
  const [again] = await sandbox.archives(sessionId);

  const early = await fetch(archive?.url ?? '');
  await sandbox.advance(600);
  const late = await fetch(archive?.url ?? '');

  expect(again?.url).not.toBe(archive?.url);
  expect([early.status, early.headers.get('content-type'), late.status]).toEqual([200, 'video/mp4', 403]);
});

test('a session that is over, used again: its archive fails', async () => {
  const sessionId = await sandbox.createSession();
  const leave = await sandbox.join(sessionId);
  await leave();
  await sandbox.advance(61);

  await sandbox.join(sessionId);

  const { body } = await sandbox.waitForArchive('failed');
  expect(body).toMatchObject({ sessionId, reason: 'failure', url: null });
});

test('faults: without an event, the outcome before the stop, a copy to the own storage, a failure', async () => {
  const sessionId = await sandbox.createSession();
  await sandbox.script('PUT', '/faults', {
    no_event: true,
    outcome_first: true,
    archive_outcome: 'uploaded',
  });

  const leave = await sandbox.join(sessionId);
  await leave();
  await sandbox.advance(61);

  const archives = () =>
    sandbox.receiver.received.filter(({ kind }) => kind === 'archives').map(({ body }) => body['status']);
  await expect.poll(archives).toEqual(['started', 'paused', 'uploaded', 'stopped']);
  expect(sandbox.receiver.received.find(({ kind }) => kind === 'archives')?.body).not.toHaveProperty('event');
  expect(await sandbox.archives(sessionId)).toMatchObject([{ status: 'uploaded', url: null }]);
});

test('an archive that goes wrong while it is made: told with its reason', async () => {
  const sessionId = await sandbox.createSession();
  await sandbox.join(sessionId);
  const [archive] = await sandbox.archives(sessionId);

  await sandbox.script('POST', `/archives/${archive?.id}/fail`, { reason: 'forceDisconnected' });

  const { body } = await sandbox.waitForArchive('failed');
  expect(body).toMatchObject({ id: archive?.id, reason: 'forceDisconnected' });
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

test('a meeting of the past: told with its own times, and there to be watched', async () => {
  const sessionId = await sandbox.createSession();
  const endedAt = Date.now() - 86_400_000;

  sandbox.video.control.recordPast({ sessionId, startedAt: endedAt - 1_920_000, endedAt });

  const { body } = await sandbox.receiver.waitFor('sessionDestroyed');
  await sandbox.waitForArchive('available');
  expect(body).toMatchObject({ sessionId, timestamp: endedAt });
  expect(await sandbox.archives(sessionId)).toMatchObject([
    { createdAt: endedAt - 1_920_000, duration: 1920, url: expect.any(String) },
  ]);
});
