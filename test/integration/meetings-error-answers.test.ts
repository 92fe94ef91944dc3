import { describe, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { MEETINGS_NOW } from '../support/meetings-options.ts';
import { openMeetingsAt, roomOrder } from '../support/open-meetings.ts';
import { answerJson } from '../support/stub-http-server.ts';

const recording = meetingsFixture('python-sdk.get_recording');

function thrown(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error,
  );
}

describe('error answers', () => {
  test.each<[number, string | null, object]>([
    [400, 'openapi-0.1.7.error-400', { code: 'meetings_rejected', retryable: false }],
    [401, 'python-sdk.unauthorized', { code: 'meetings_credentials', retryable: false }],
    [403, null, { code: 'room_limit', retryable: false }],
    [404, null, { code: 'meetings_rejected', name: 'UpstreamRejectedError' }],
    [409, 'openapi-0.1.7.error-409', { code: 'meetings_rejected' }],
    [302, null, { code: 'meetings_rejected' }],
    [429, null, { code: 'meetings_rate_limited', retryAfterSeconds: 10 }],
    [500, null, { code: 'meetings_error', reached: 'yes' }],
    [502, null, { code: 'meetings_error', reached: 'unknown' }],
    [503, null, { code: 'meetings_error', reached: 'yes' }],
    [504, null, { code: 'meetings_error', reached: 'unknown' }],
  ])('making a room answered %i %s: sent exactly once', async (status, fixture, expected) => {
    const body = fixture === null ? undefined : meetingsFixture(fixture);
    const { server, meetings } = await openMeetingsAt((response) => answerJson(response, status, body));

    await expect(meetings.createRoom(roomOrder)).rejects.toMatchObject({
      service: 'meetings',
      status,
      ...expected,
    });

    expect(server.requests).toHaveLength(1);
  });

  test('403 when reading: rejected, but not for the number of rooms', async () => {
    const { meetings } = await openMeetingsAt((response) => answerJson(response, 403));

    await expect(meetings.getRoom('r1')).rejects.toMatchObject({ code: 'meetings_rejected' });
  });

  test('the server explains: its name and words are kept for the log, cut and without links or tokens', async () => {
    const message = `see https://a.test/?t=secret with eyJhbGciOi.eyJpYXQiOj.c2lnbmVk ${'x'.repeat(400)}`;
    const { meetings } = await openMeetingsAt((response) =>
      answerJson(response, 400, { name: 'BadRequestError', message }),
    );

    await expect(meetings.getRoom('r1')).rejects.toMatchObject({
      message: 'Meetings answered 400 to GET /rooms/:id',
      details: {
        status: 400,
        name: 'BadRequestError',
        message: `see [link] with [token] ${'x'.repeat(400)}`.slice(0, 300),
      },
    });
  });

  test.each([[500], [502], [503], [504]])(
    '%i with HTML twice while reading: the third try answers',
    async (status) => {
      const { server, meetings } = await openMeetingsAt((response, _request, index) =>
        index < 2
          ? response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Bad</html>')
          : answerJson(response, 200, recording),
      );

      expect((await meetings.getRecording('r1')).recordingId).toBe(recording.id);

      expect(server.requests).toHaveLength(3);
    },
  );

  test('502 without an end while reading: given up after three tries', async () => {
    const { server, meetings } = await openMeetingsAt((response) =>
      response.writeHead(502).end('<html>Bad</html>'),
    );

    await expect(meetings.getRecording('r1')).rejects.toMatchObject({
      code: 'meetings_error',
      details: { status: 502, name: null, message: null },
    });

    expect(server.requests).toHaveLength(3);
  });

  test.each([[400], [401], [404], [409]])('%i while reading: not tried again', async (status) => {
    const { server, meetings } = await openMeetingsAt((response) => answerJson(response, status));

    await thrown(meetings.getRecording('r1'));

    expect(server.requests).toHaveLength(1);
  });
});

describe('Retry-After', () => {
  async function limited(header: string, status = 429) {
    return openMeetingsAt((response, _request, index) => {
      if (index > 0) return answerJson(response, 200, recording);
      response.writeHead(status, { 'retry-after': header }).end();
    });
  }

  test.each([
    [429, '3'],
    [503, '3'],
    [429, new Date(MEETINGS_NOW + 3_000).toUTCString()],
  ])('%i with %s: waits that long and a little, then tries again', async (status, header) => {
    const { meetings, waitsMs } = await limited(header, status);

    await meetings.getRecording('r1');

    expect(waitsMs).toHaveLength(1);
    expect(waitsMs[0]).toBeGreaterThanOrEqual(3_000);
    expect(waitsMs[0]).toBeLessThan(3_250);
  });

  test.each([
    ['6', 6],
    [new Date(MEETINGS_NOW + 90_000).toUTCString(), 90],
    ['999999999', 3_600],
  ])('%s, longer than a person can wait: left to the caller', async (header, retryAfterSeconds) => {
    const { server, meetings, waitsMs } = await limited(header);

    await expect(meetings.getRecording('r1')).rejects.toMatchObject({
      code: 'meetings_rate_limited',
      retryAfterSeconds,
    });

    expect(server.requests).toHaveLength(1);
    expect(waitsMs).toEqual([]);
  });

  test('nonsense: as if it were not there', async () => {
    const { meetings, waitsMs } = await limited('soon');

    await meetings.getRecording('r1');

    expect(waitsMs[0]).toBeLessThan(250);
  });

  test('while a room is made: the caller is told, nothing is sent again', async () => {
    const { server, meetings } = await limited('1');

    await expect(meetings.createRoom(roomOrder)).rejects.toMatchObject({ retryAfterSeconds: 1 });

    expect(server.requests).toHaveLength(1);
  });
});

test('whatever fails: neither the token nor an id is in the error or the reports', async () => {
  const { server, meetings, reports } = await openMeetingsAt((response) => answerJson(response, 500));

  const error = await thrown(meetings.getRecording('secret-id'));

  const token = server.requests[0]?.headers.authorization ?? 'none';
  const told = JSON.stringify([error, String(error), reports]);
  expect(told).toContain('/recordings/:id');
  expect(told).not.toContain('secret-id');
  expect(told).not.toContain(token.slice('Bearer '.length));
});
