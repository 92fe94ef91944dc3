import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCallPage, postCall } from '../support/call-page.ts';
import { request } from '../support/sandbox-client.ts';
import { type SandboxVideo, startSandboxVideo } from '../support/sandbox-video.ts';

let sandbox: SandboxVideo;
beforeEach(async () => {
  sandbox = await startSandboxVideo();
});
afterEach(() => sandbox.close());

test('two pages: each sees both, what they show, and the recording that began with the first', async () => {
  const sessionId = await sandbox.createSession();
  const ada = await openCallPage(sandbox, sessionId, { role: 'moderator' });
  const grace = await openCallPage(sandbox, sessionId);

  await ada.put('/streams/camera', { hasAudio: true, hasVideo: false });

  const view = {
    participants: [{ id: ada.participantId }, { id: grace.participantId }],
    pictures: [{ participantId: ada.participantId, kind: 'camera', hasAudio: true, hasVideo: false }],
    archiveId: expect.any(String),
  };
  await expect.poll(() => ada.view()).toMatchObject(view);
  await expect.poll(() => grace.view()).toMatchObject(view);
});

test.each([
  ['for another session', { session_id: '2_other' }],
  ['of another application', { application_id: 'bbbbbbbb-bbbb-4ccc-8ddd-0123456789ab' }],
  ['for the REST API', { scope: undefined }],
  ['without its subject', { sub: undefined }],
  ['without what it may do', { acl: undefined }],
  ['with a role nobody knows', { role: 'host' }],
  ['too old', { iat: 1_700_000_000, exp: 1_700_000_900 }],
  ['for more than 30 days', { exp: 4_000_000_000 }],
  ['with too much said of the person', { connection_data: 'x'.repeat(1001) }],
])('a client token %s: refused, and nobody is there', async (_, claims) => {
  const sessionId = await sandbox.createSession();
  const token = await sandbox.clientToken(sessionId, claims);

  const answer = await postCall(sandbox, '/lines', {
    body: { applicationId: sandbox.applicationId, sessionId },
    token,
  });

  expect(answer).toMatchObject({ status: 403, body: { code: 403 } });
  expect(await sandbox.archives(sessionId)).toEqual([]);
});

test('the host mutes and removes somebody; a guest can do neither', async () => {
  const sessionId = await sandbox.createSession();
  const ada = await openCallPage(sandbox, sessionId, { role: 'moderator' });
  const grace = await openCallPage(sandbox, sessionId);
  await grace.put('/streams/camera', { hasAudio: true, hasVideo: true });
  const other = { participantId: ada.participantId };

  const refused = [
    await postCall(sandbox, `/lines/${grace.key}/mute`, { body: other }),
    await postCall(sandbox, `/lines/${grace.key}/remove`, { body: other }),
  ];
  await postCall(sandbox, `/lines/${ada.key}/mute`, { body: { participantId: grace.participantId } });
  await expect.poll(() => ada.view()?.pictures).toMatchObject([{ hasAudio: false, hasVideo: true }]);
  await postCall(sandbox, `/lines/${ada.key}/remove`, { body: { participantId: grace.participantId } });

  await expect.poll(() => grace.heard.at(-1)).toEqual({ type: 'ended' });
  await expect.poll(() => ada.view()?.participants).toMatchObject([{ id: ada.participantId }]);
  expect(grace.heard).toContainEqual({ type: 'muted' });
  expect(refused.map(({ status }) => status)).toEqual([403, 403]);
  const { body } = await sandbox.receiver.waitFor('connectionDestroyed');
  expect(body).toMatchObject({ reason: 'forceDisconnected', connection: { id: grace.participantId } });
});

test('leaving, and a page that vanishes: told apart', async () => {
  await sandbox.close();
  sandbox = await startSandboxVideo({ silenceMs: 1000 });
  const sessionId = await sandbox.createSession();
  const [ada, grace] = [await openCallPage(sandbox, sessionId), await openCallPage(sandbox, sessionId)];

  await postCall(sandbox, `/lines/${ada.key}/leave`);
  grace.vanish();

  const left = await sandbox.receiver.waitFor('connectionDestroyed');
  const vanished = await sandbox.receiver.waitFor('connectionDestroyed', 2);
  expect(left.body).toMatchObject({ reason: 'clientDisconnected', connection: { id: ada.participantId } });
  expect(vanished.body).toMatchObject({
    reason: 'networkDisconnected',
    connection: { id: grace.participantId },
  });
});

test('nobody shows anything for an hour: the archive is paused, then stops though somebody is there', async () => {
  const sessionId = await sandbox.createSession();
  const ada = await openCallPage(sandbox, sessionId);
  await ada.put('/streams/screen', { hasAudio: false, hasVideo: true });
  await request('DELETE', `${sandbox.video.url}/_call/lines/${ada.key}/streams/screen`);
  const [paused] = await sandbox.archives(sessionId);

  await sandbox.advance(3600);

  const [stopped] = await sandbox.archives(sessionId);
  expect(paused).toMatchObject({ status: 'paused' });
  expect(stopped).toMatchObject({ id: paused?.id, reason: 'maximum idle time exceeded' });
});

test('nobody ever showed anything: the archive holds nothing', async () => {
  const sessionId = await sandbox.createSession();
  const ada = await openCallPage(sandbox, sessionId);
  await postCall(sandbox, `/lines/${ada.key}/leave`);

  await sandbox.advance(61);

  const { body } = await sandbox.waitForArchive('available');
  expect(body).toMatchObject({ size: 0, url: null });
});

test('a picture: as it was sent, to whoever is told of it', async () => {
  const sessionId = await sandbox.createSession();
  const ada = await openCallPage(sandbox, sessionId);
  await ada.put('/streams/camera', { hasAudio: true, hasVideo: true });
  await expect.poll(() => ada.view()?.pictures).toHaveLength(1);
  const url = `${sandbox.video.url}/_call/streams/${ada.view()?.pictures[0]?.id}/picture`;

  const before = await fetch(url);
  await fetch(`${sandbox.video.url}/_call/lines/${ada.key}/streams/camera/picture`, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
    body: 'a jpeg',
  });
  const after = await fetch(url);

  expect(before.status).toBe(204);
  expect([after.headers.get('access-control-allow-origin'), await after.text()]).toEqual(['*', 'a jpeg']);
});
