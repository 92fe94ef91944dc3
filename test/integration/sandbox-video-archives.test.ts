import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { type SandboxVideo, startSandboxVideo } from '../support/sandbox-video.ts';

let sandbox: SandboxVideo;
beforeEach(async () => {
  sandbox = await startSandboxVideo();
});
afterEach(() => sandbox.close());

test('the last one back within a minute: the same session goes on, and the same archive', async () => {
  const sessionId = await sandbox.createSession();
  const leave = await sandbox.join(sessionId);
  await leave();
  await sandbox.advance(59);

  await sandbox.join(sessionId, { name: 'Grace' });
  await sandbox.advance(60);

  expect(await sandbox.archives(sessionId)).toMatchObject([{ status: 'started' }]);
  expect(sandbox.receiver.received.map(({ event }) => event)).not.toContain('sessionDestroyed');
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

test('an archive: the published members, but those of transcription and of a bit rate nobody asked for', async () => {
  const sessionId = await sandbox.createSession();
  await sandbox.join(sessionId);

  const [archive] = await sandbox.archives(sessionId);

  const published = meetingsFixture('video.dotnet-sdk.Archives.GetArchive.ShouldDeserialize200-response');
  const { hasTranscription, transcription, maxBitrate, quantizationParameter, multiArchiveTag, ...members } =
    published;
  expect(Object.keys(archive ?? {})).toEqual(expect.arrayContaining(Object.keys(members)));
});
