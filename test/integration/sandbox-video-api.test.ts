import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { type Json, request } from '../support/sandbox-client.ts';
import { type ArchiveBody, type SandboxVideo, startSandboxVideo } from '../support/sandbox-video.ts';

let sandbox: SandboxVideo;
beforeEach(async () => {
  sandbox = await startSandboxVideo();
});
afterEach(() => sandbox.close());

/** The refusals as published, found by what was asked and the status. */
const refusal = (op: string, status: number): Json =>
  meetingsFixture('video.openapi.errors').find(
    (error: { op: string; status: number }) => error.op === op && error.status === status,
  ).body;

test('a session: an array of one, with the recorded members', async () => {
  const authorization = `Bearer ${await sandbox.token()}`;

  const response = await fetch(`${sandbox.video.url}/session/create`, {
    method: 'POST',
    headers: { authorization },
    body: new URLSearchParams({ archiveMode: 'always', 'p2p.preference': 'disabled' }),
  });

  const body = (await response.json()) as Json[];
  const [recorded] = meetingsFixture('video.dotnet-sdk.Sessions.CreateSession.ShouldDeserialize200-response');
  expect(body).toHaveLength(1);
  expect(Object.keys(body[0] ?? {}).sort()).toEqual(Object.keys(recorded).sort());
  expect(body[0]).toMatchObject({ project_id: sandbox.applicationId });
});

test('a session asked for in JSON: its form is not read, so nothing is recorded by itself', async () => {
  const { body } = await sandbox.call<[{ session_id: string }]>('POST', '/session/create', {
    archiveMode: 'always',
  });

  await sandbox.join(body[0].session_id);

  expect(await sandbox.archives(body[0].session_id)).toEqual([]);
});

test.each([{ archiveMode: 'sometimes' }, { archiveMode: 'always', 'p2p.preference': 'enabled' }])(
  'a session that can not be: %o is refused',
  async (form) => {
    const response = await fetch(`${sandbox.video.url}/session/create`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await sandbox.token()}` },
      body: new URLSearchParams(form),
    });

    expect([response.status, await response.json()]).toMatchObject([400, { code: 400 }]);
  },
);

test.each([
  ['none', undefined],
  ['of another application', { application_id: 'bbbbbbbb-bbbb-4ccc-8ddd-0123456789ab' }],
  ['too old', { exp: 1_700_000_000, iat: 1_699_999_999 }],
])('a token: %s: 403', async (_, claims) => {
  const authorization = claims && `Bearer ${await sandbox.token(claims)}`;
  const path = `/v2/project/${sandbox.applicationId}/archive/b40ef09b-3811-4726-b508-e41a0f96c68f`;

  const answer = await request('GET', sandbox.video.url + path, { authorization });

  expect(answer).toEqual({ status: 403, body: refusal('GET/DELETE archive', 403) });
});

test('archives of another project: 403, as for a wrong token', async () => {
  const path = '/v2/project/bbbbbbbb-bbbb-4ccc-8ddd-0123456789ab/archive';

  expect(await sandbox.call('GET', path)).toMatchObject({ status: 403 });
});

test('archives: newest first, by session, by offset and count', async () => {
  const [first, second] = [await sandbox.createSession(), await sandbox.createSession()];
  await sandbox.join(first);
  await sandbox.advance(1);
  await sandbox.join(second);

  const all = await sandbox.call<{ count: number; items: ArchiveBody[] }>('GET', '/archive');
  const last = await sandbox.call<{ count: number; items: ArchiveBody[] }>(
    'GET',
    '/archive?offset=1&count=1',
  );

  expect(all.body.items.map(({ sessionId }) => sessionId)).toEqual([second, first]);
  expect(last.body).toMatchObject({ count: 2, items: [{ sessionId: first }] });
  expect(await sandbox.archives(second)).toHaveLength(1);
  expect(await sandbox.call('GET', '/archive?count=1001')).toMatchObject({ status: 400 });
});

test('an archive that is not there: 400 for an id that can be none, 404 for one that is none', async () => {
  const unknown = 'b40ef09b-3811-4726-b508-e41a0f96c68f';

  expect(await sandbox.call('GET', '/archive/nonsense')).toEqual({
    status: 400,
    body: refusal('GET archive', 400),
  });
  expect(await sandbox.call('GET', `/archive/${unknown}`)).toMatchObject({
    status: 404,
    body: { code: 404 },
  });
  expect(await sandbox.call('DELETE', `/archive/${unknown}`)).toMatchObject({ status: 404 });
  expect(await sandbox.call('POST', `/archive/${unknown}/stop`)).toEqual({
    status: 404,
    body: refusal('POST stop', 404),
  });
});

test('an archive still being made: 409 to deleting it; stopping has no effect on an automatic one', async () => {
  const sessionId = await sandbox.createSession();
  await sandbox.join(sessionId);
  const [archive] = await sandbox.archives(sessionId);

  const deleted = await sandbox.call('DELETE', `/archive/${archive?.id}`);
  const stopped = await sandbox.call('POST', `/archive/${archive?.id}/stop`);

  expect(deleted).toEqual({ status: 409, body: refusal('DELETE archive', 409) });
  expect(stopped).toMatchObject({ status: 200, body: { status: 'started' } });
});

test('recording by hand: refused without anybody there, in a relayed session, and twice', async () => {
  const sessionId = await sandbox.createSession({ archiveMode: 'manual' });
  const relayed = await sandbox.createSession({ 'p2p.preference': 'enabled' });
  await sandbox.join(relayed);
  const start = (body: Json) => sandbox.call('POST', '/archive', body);

  const nobody = await start({ sessionId });
  await sandbox.join(sessionId);
  const first = await start({ sessionId });
  const second = await start({ sessionId });
  const tagged = await start({ sessionId, multiArchiveTag: 'again' });

  expect(nobody).toEqual({ status: 404, body: refusal('POST archive', 404) });
  expect(await start({ sessionId: relayed })).toMatchObject({ status: 409, body: { code: 409 } });
  expect(first).toMatchObject({ status: 200, body: { status: 'started' } });
  expect(second).toEqual({ status: 409, body: refusal('POST archive', 409) });
  expect(tagged.status).toBe(200);
  const stop = () => sandbox.call('POST', `/archive/${first.body['id']}/stop`);
  expect(await stop()).toMatchObject({ status: 200, body: { status: 'stopped', reason: 'user initiated' } });
  expect(await stop()).toEqual({ status: 409, body: refusal('POST stop', 409) });
});
