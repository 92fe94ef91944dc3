import { readFile } from 'node:fs/promises';
import { Auth } from '@vonage/auth';
import { ArchiveMode, Video } from '@vonage/video';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientToken } from '../../src/video/client-token.ts';
import { type SandboxVideo, startSandboxVideo } from '../support/sandbox-video.ts';

let sandbox: SandboxVideo;
let sdk: Video;
beforeEach(async () => {
  sandbox = await startSandboxVideo();
  const { applicationId, privateKey, video } = sandbox;
  sdk = new Video(new Auth({ applicationId, privateKey }), { videoHost: video.url });
});
afterEach(() => sandbox.close());

test("Vonage's own SDK: a session, its archive listed, read, downloaded and deleted", async () => {
  const { sessionId } = await sdk.createSession({ archiveMode: ArchiveMode.ALWAYS });
  const leave = await sandbox.join(sessionId);
  const recording = await sdk.searchArchives({ sessionId });
  await sandbox.advance(1920);
  await leave();
  await sandbox.advance(60);
  await sandbox.waitForArchive('available');

  const { count, items } = await sdk.searchArchives({ sessionId });
  const archive = await sdk.getArchive(items[0]?.id ?? '');
  const file = await fetch(archive.url ?? '');
  await sdk.deleteArchive(archive.id);

  expect(recording.items).toMatchObject([{ status: 'started', duration: 0, size: 0, sessionId }]);
  expect(count).toBe(1);
  expect(archive).toMatchObject({ status: 'available', sessionId, duration: 1920, hasAudio: true });
  expect(Buffer.from(await file.arrayBuffer())).toEqual(
    await readFile(new URL('../../src/sandbox/vonage/clip.mp4', import.meta.url)),
  );
  expect(await sdk.searchArchives({ sessionId })).toMatchObject({ count: 0, items: [] });
});

test("Vonage's own SDK: an archive started and stopped by hand", async () => {
  const { sessionId } = await sdk.createSession({ archiveMode: ArchiveMode.MANUAL });
  await sandbox.join(sessionId);

  const started = await sdk.startArchive(sessionId, { name: 'Design review' });
  const stopped = await sdk.stopArchive(started.id);

  expect(started).toMatchObject({ status: 'started', name: 'Design review', sessionId });
  expect(stopped).toMatchObject({ id: started.id, status: 'stopped', reason: 'user initiated' });
});

test("Vonage's own SDK with another application's key, or too early to delete: the errors it knows", async () => {
  const stranger = await startSandboxVideo();
  const { applicationId } = sandbox;
  const auth = new Auth({ applicationId, privateKey: stranger.privateKey });
  const refused = new Video(auth, { videoHost: sandbox.video.url });
  await stranger.close();
  const { sessionId } = await sdk.createSession({ archiveMode: ArchiveMode.ALWAYS });
  await sandbox.join(sessionId);
  const [archive] = await sandbox.archives(sessionId);

  await expect(refused.createSession({})).rejects.toMatchObject({ response: { status: 403 } });
  await expect(sdk.deleteArchive(archive?.id ?? '')).rejects.toMatchObject({ response: { status: 409 } });
});

test.each([
  { isHost: true, role: 'moderator' as const },
  { isHost: false, role: 'publisher' as const },
])(
  "a client token of ours and one of Vonage's SDK, role $role: the same claims",
  async ({ isHost, role }) => {
    const { sessionId } = await sdk.createSession({});
    const { applicationId, privateKey } = sandbox;
    const sign = clientToken({ applicationId, privateKey, clock: { now: Date.now } });

    const ours = await sign({ sessionId, name: 'Ada', isHost });
    const { connection_data: data, ...claims } = decodeJwt<{ connection_data: string }>(ours);
    const theirs = sdk.generateClientToken(sessionId, { role, data });

    const {
      jti: _,
      iat = 0,
      exp = 0,
      connection_data: theirData,
      ...rest
    } = decodeJwt<{
      connection_data: string;
    }>(theirs);
    expect(claims).toEqual({
      ...rest,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      iat: expect.any(Number),
      exp: (claims.iat ?? 0) + 86_400,
    });
    expect(decodeProtectedHeader(ours)).toEqual(decodeProtectedHeader(theirs));
    // It rounds the moment for `exp`, and cuts it off for `iat`.
    expect([86_400, 86_401]).toContain(exp - iat);
    expect(theirData).toBe(data);
  },
);
