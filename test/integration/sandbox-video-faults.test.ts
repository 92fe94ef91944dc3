import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SandboxVideo, startSandboxVideo } from '../support/sandbox-video.ts';

let sandbox: SandboxVideo;
beforeEach(async () => {
  sandbox = await startSandboxVideo();
});
afterEach(() => sandbox.close());

test('faults: without an event, the outcome before the stop, a copy to the own storage', async () => {
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

test('fault: archives that come to nothing once they are stopped', async () => {
  const sessionId = await sandbox.createSession();
  await sandbox.script('PUT', '/faults', { archive_outcome: 'failed' });

  const leave = await sandbox.join(sessionId);
  await leave();
  await sandbox.advance(61);

  const { body } = await sandbox.waitForArchive('failed');
  expect(body).toMatchObject({ sessionId, reason: 'failure', url: null, size: 0 });
  expect(await sandbox.archives(sessionId)).toMatchObject([{ status: 'failed', url: null }]);
});

test('an archive that goes wrong while it is made: told with its reason', async () => {
  const sessionId = await sandbox.createSession();
  await sandbox.join(sessionId);
  const [archive] = await sandbox.archives(sessionId);

  await sandbox.script('POST', `/archives/${archive?.id}/fail`, { reason: 'forceDisconnected' });

  const { body } = await sandbox.waitForArchive('failed');
  expect(body).toMatchObject({ id: archive?.id, reason: 'forceDisconnected' });
});

test('faults of the REST API: refused in its own shape, for what was named alone, until taken back', async () => {
  const methods = ['GET /v2/project/:id/archive'];
  await sandbox.script('PUT', '/faults', { status: 503, methods });

  const refused = await sandbox.call('GET', '/archive');
  const others = await sandbox.call('GET', '/archive/nonsense');
  await sandbox.script('PUT', '/faults', {});

  expect(refused).toEqual({ status: 503, body: { code: 503, message: 'Internal server error' } });
  expect(others.status).toBe(400);
  expect(await sandbox.call('GET', '/archive')).toMatchObject({ status: 200, body: { count: 0 } });
  expect(await sandbox.script('PUT', '/faults', { duplicate: 0 })).toMatchObject({ status: 400 });
});
