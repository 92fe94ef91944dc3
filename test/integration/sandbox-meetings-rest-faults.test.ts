import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { type Json, request } from '../support/sandbox-client.ts';
import { type SandboxMeetings, startSandboxMeetings } from '../support/sandbox-meetings.ts';

let sandbox: SandboxMeetings;
beforeEach(async () => {
  sandbox = await startSandboxMeetings();
});
afterEach(() => sandbox.close());

const faults = (settings: Json) => sandbox.script('PUT', '/faults', settings);

test.each([
  [401, meetingsFixture('python-sdk.unauthorized')],
  [403, { message: 'Maximum number of rooms for owner (1000) exceeded', status: 403 }],
  [429, { name: 'TooManyRequestsError', status: 429 }],
  [500, meetingsFixture('python-sdk-beta.delete_recording_not_uploaded')],
  [503, { status: 503 }],
])(
  'status %i on POST /rooms: refused like that and no room is made; other requests work',
  async (status, body) => {
    await faults({ status, methods: ['POST /rooms'] });

    const refused = await sandbox.call('POST', '/rooms', { display_name: 'Design review' });
    const listed = await sandbox.call('GET', '/rooms');

    expect(refused.status).toBe(status);
    expect(refused.body).toMatchObject(body);
    expect(listed).toMatchObject({ status: 200, body: { total_items: 0 } });
  },
);

test('methods with an id: any id is meant', async () => {
  await faults({ status: 500, methods: ['GET /recordings/:id'] });

  expect((await sandbox.call('GET', '/recordings/some-id')).status).toBe(500);
  expect((await sandbox.call('DELETE', '/recordings/some-id')).status).toBe(404);
});

test('status 429: says when to come back', async () => {
  await faults({ status: 429 });

  const response = await fetch(`${sandbox.meetings.apiUrl}/rooms`);

  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
});

test('delay: the room is made although the client has stopped waiting', async () => {
  await faults({ delay_ms: 60_000, methods: ['POST /rooms'] });

  const impatient = fetch(`${sandbox.meetings.apiUrl}/rooms`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await sandbox.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ display_name: 'Design review' }),
    signal: AbortSignal.timeout(300),
  });

  await expect(impatient).rejects.toThrow(/timeout/);
  expect((await sandbox.call('GET', '/rooms')).body).toMatchObject({ total_items: 1 });
});

test('hang: never an answer, and nothing is done', async () => {
  await faults({ hang: true, methods: ['POST /rooms'] });

  const hanging = fetch(`${sandbox.meetings.apiUrl}/rooms`, {
    method: 'POST',
    signal: AbortSignal.timeout(300),
  });

  await expect(hanging).rejects.toThrow(/timeout/);
  expect((await sandbox.call('GET', '/rooms')).body).toMatchObject({ total_items: 0 });
  expect(sandbox.traffic.recent()[0]).toMatchObject({ status: 0, note: 'never answered' });
});

test('a taken port: the start rejects', async () => {
  const second = startSandboxMeetings({ port: sandbox.meetings.port });

  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect((await request('GET', `${sandbox.meetings.url}/_sandbox/rooms`)).status).toBe(200);
});
