import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { applicationId } from '../support/meetings-options.ts';
import { openVideoClient } from '../support/open-video-client.ts';
import { answerJson } from '../support/stub-http-server.ts';
import { ARCHIVES_PATH } from '../support/video-options.ts';

const session = meetingsFixture('video.dotnet-sdk.Sessions.CreateSession.ShouldDeserialize200-response');
const archive = meetingsFixture('video.dotnet-sdk.Archives.GetArchive.ShouldDeserialize200-response');
const archives = meetingsFixture('video.dotnet-sdk.Archives.GetArchives.ShouldDeserialize200-response');
const errors: { op: string; status: number; body: object }[] = meetingsFixture('video.openapi.errors');

const errorOf = (op: string, status: number) =>
  errors.find((one) => one.op.includes(op) && one.status === status)?.body;

describe('making a session', () => {
  test.each(['always', 'manual'] as const)('recorded %s: a form, routed, signed by us', async (mode) => {
    const { client, server } = await openVideoClient((response) => answerJson(response, 200, session));

    expect(await client.createSession(mode)).toBe(session[0].session_id);

    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/session/create' });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    });
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      archiveMode: mode,
      'p2p.preference': 'disabled',
    });
    const token = request?.headers.authorization?.replace('Bearer ', '') ?? '';
    expect(decodeJwt(token)['application_id']).toBe(applicationId);
  });

  test.each([
    [
      'an empty list',
      meetingsFixture(
        'video.dotnet-sdk.Sessions.CreateSession.ShouldDeserialize200_GivenEmptyArray-response',
      ),
    ],
    ['a session that is no list', session[0]],
    ['nothing', undefined],
  ])('answered with %s: no session', async (_what, body) => {
    const { client } = await openVideoClient((response) => answerJson(response, 200, body));

    await expect(client.createSession('always')).rejects.toMatchObject({ code: 'meetings_bad_answer' });
  });

  test('answered 500: asked once, for there is no telling what came of it', async () => {
    const { client, server } = await openVideoClient((response) => answerJson(response, 500));

    await expect(client.createSession('always')).rejects.toMatchObject({ code: 'meetings_error' });
    expect(server.requests).toHaveLength(1);
  });
});

describe('reading archives', () => {
  test('one: what it is, and its link', async () => {
    const { client, server, reports } = await openVideoClient((response) =>
      answerJson(response, 200, archive),
    );

    expect(await client.getArchive(archive.id)).toEqual({
      recordingId: archive.id,
      sessionId: archive.sessionId,
      uploaded: true,
      startedAt: archive.createdAt,
      endedAt: archive.createdAt + archive.duration * 1000,
      url: archive.url,
      isRemoved: false,
    });
    expect(server.requests[0]?.url).toBe(`${ARCHIVES_PATH}/${archive.id}`);
    // An operator's log and metrics hold no ids.
    expect(reports).toMatchObject([{ route: '/v2/project/:application/archive/:id', status: 200 }]);
  });

  test("a session's: all on one page", async () => {
    const { client, server } = await openVideoClient((response) => answerJson(response, 200, archives));

    const [first, ...others] = await client.listArchives('1_MX4~&=?');

    expect(first).toMatchObject({ recordingId: archives.items[0].id, uploaded: true });
    expect(others).toEqual([]);
    const { pathname, searchParams } = new URL(server.requests[0]?.url ?? '', 'http://video.test');
    expect(pathname).toBe(ARCHIVES_PATH);
    expect(Object.fromEntries(searchParams)).toEqual({ sessionId: '1_MX4~&=?', count: '1000' });
  });

  test.each([
    [403, 'GET list', { code: 'meetings_credentials', retryable: false }],
    [400, 'GET archive', { code: 'meetings_not_found', name: 'NotFoundError' }],
    [404, '', { code: 'meetings_not_found', name: 'NotFoundError' }],
    [429, '', { code: 'meetings_rate_limited' }],
    [500, '', { code: 'meetings_error', reached: 'yes' }],
  ])('answered %i (%s)', async (status, op, expected) => {
    const body = op === '' ? undefined : errorOf(op, status);
    const { client } = await openVideoClient((response) => answerJson(response, status, body));

    await expect(client.getArchive(archive.id)).rejects.toMatchObject({
      ...expected,
      message: `Video answered ${status} to GET /v2/project/:application/archive/:id`,
    });
  });

  test.each(['', '.', '..'])('an id %j, which no address can hold: not found, nothing sent', async (id) => {
    const { client, server } = await openVideoClient((response) => answerJson(response, 200, archive));

    await expect(client.getArchive(id)).rejects.toMatchObject({ code: 'meetings_not_found' });
    expect(server.requests).toEqual([]);
  });
});

describe('deleting an archive', () => {
  test('one DELETE', async () => {
    const { client, server } = await openVideoClient((response) => answerJson(response, 204));

    await client.deleteArchive(archive.id);

    expect(server.requests).toMatchObject([{ method: 'DELETE', url: `${ARCHIVES_PATH}/${archive.id}` }]);
  });

  test.each([
    [403, { code: 'meetings_credentials' }],
    [409, { code: 'meetings_rejected', status: 409 }],
  ])('answered %i', async (status, expected) => {
    const body = errorOf('DELETE archive', status);
    const { client } = await openVideoClient((response) => answerJson(response, status, body));

    await expect(client.deleteArchive(archive.id)).rejects.toMatchObject({
      ...expected,
      details: { message: expect.any(String) },
    });
  });
});
