import { Agent } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { meetingsOptions } from '../support/meetings-options.ts';
import { type Answer, openMeetings, openMeetingsAt, roomOrder } from '../support/open-meetings.ts';
import { answerJson, stubHttpServer } from '../support/stub-http-server.ts';

const recording = meetingsFixture('python-sdk.get_recording');

const hang: Answer = () => {};
const reset: Answer = (response) => response.destroy();
const half: Answer = (response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"id":');
};
const trickle: Answer = (response) => {
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

const LONG_MS = { connect: 10_000, headers: 10_000, body: 10_000 };
// One bound is short at a time, so that only this one can end the call.
const HANGING: [string, Answer, typeof LONG_MS, string][] = [
  ['the server hangs', hang, { ...LONG_MS, headers: 50 }, 'UND_ERR_HEADERS_TIMEOUT'],
  ['the answer stops half way', half, { ...LONG_MS, body: 50 }, 'UND_ERR_BODY_TIMEOUT'],
  ['the answer trickles', trickle, { connect: 300, headers: 300, body: 300 }, 'TimeoutError'],
];

describe('no answer', () => {
  test.each([...HANGING, ['the connection is cut', reset, LONG_MS, 'UND_ERR_SOCKET'] as const])(
    '%s while a room is made: sent exactly once, outcome unknown',
    async (_what, answer, timeoutsMs, reason) => {
      const { server, meetings, reports } = await openMeetingsAt(answer, { timeoutsMs });

      await expect(meetings.createRoom(roomOrder)).rejects.toMatchObject({
        code: 'meetings_no_answer',
        service: 'meetings',
        retryable: true,
        reached: 'unknown',
        details: { reason },
      });

      expect(server.requests).toHaveLength(1);
      expect(reports).toEqual([
        { method: 'POST', route: '/rooms', status: 0, durationMs: expect.any(Number), attempt: 1 },
      ]);
    },
  );

  test.each(HANGING)(
    '%s while reading: not tried again, because the next would hang as well',
    async (_what, answer, timeoutsMs) => {
      const { server, meetings } = await openMeetingsAt(answer, { timeoutsMs });

      await expect(meetings.getRecording('r1')).rejects.toMatchObject({ code: 'meetings_no_answer' });

      expect(server.requests).toHaveLength(1);
    },
  );

  test('connection cut twice while reading: the third try answers', async () => {
    const { server, meetings, reports, waitsMs } = await openMeetingsAt((response, request, index) =>
      index < 2 ? reset(response, request, index) : answerJson(response, 200, recording),
    );

    const read = await meetings.getRecording('r1');

    expect(read.recordingId).toBe(recording.id);
    expect(server.requests).toHaveLength(3);
    expect(reports.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 0],
      [2, 0],
      [3, 200],
    ]);
    expect(waitsMs[0]).toBeLessThan(250);
    expect(waitsMs[1]).toBeLessThan(500);
  });

  test('an answer of 6 MB: broken off', async () => {
    const { meetings } = await openMeetingsAt((response) => response.end(' '.repeat(6_000_000)));

    await expect(meetings.getRecording('r1')).rejects.toMatchObject({
      details: { reason: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' },
    });
  });
});

describe('not reached', () => {
  const refused = { code: 'meetings_unreachable', reached: 'no', retryable: true };

  function withLookup(lookup: (...args: never[]) => void) {
    const dispatcher = new Agent({ connect: { timeout: 100, lookup: lookup as never } });
    onTestFinished(() => dispatcher.close());
    return openMeetings({ ...meetingsOptions('http://meetings.test'), dispatcher });
  }

  test('connection refused while a room is made: certainly not made, and tried once', async () => {
    const server = await stubHttpServer(hang);
    await server.close();
    const { meetings, reports } = openMeetings(meetingsOptions(server.origin));

    await expect(meetings.createRoom(roomOrder)).rejects.toMatchObject({
      ...refused,
      details: { reason: 'ECONNREFUSED' },
    });

    expect(reports).toHaveLength(1);
  });

  test('connection refused while reading: three tries', async () => {
    const server = await stubHttpServer(hang);
    await server.close();
    const { meetings, reports } = openMeetings(meetingsOptions(server.origin));

    await expect(meetings.getRecording('r1')).rejects.toMatchObject(refused);

    expect(reports).toHaveLength(3);
  });

  test('name unknown: certainly not made', async () => {
    const { meetings } = withLookup((...args) => {
      const done: unknown = args[2];
      if (typeof done === 'function') done(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }));
    });

    await expect(meetings.createRoom(roomOrder)).rejects.toMatchObject(refused);
  });

  test('no connection in time: certainly not made', async () => {
    const { meetings } = withLookup(() => {});

    await expect(meetings.createRoom(roomOrder)).rejects.toMatchObject({
      ...refused,
      details: { reason: 'UND_ERR_CONNECT_TIMEOUT' },
    });
  });

  test('something else than TLS at an https address: certainly not made', async () => {
    const server = await stubHttpServer(hang);
    onTestFinished(() => server.close());
    const { meetings } = openMeetings(meetingsOptions(server.origin.replace('http:', 'https:')));

    await expect(meetings.createRoom(roomOrder)).rejects.toMatchObject(refused);
  });
});
