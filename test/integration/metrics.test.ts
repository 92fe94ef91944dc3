import { type AddressInfo, connect } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { mountFirst } from '../../src/http/pages.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { createExpress } from '../../src/slack/receiver.ts';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { slackFaults } from '../support/in-slack.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { readSamples, scrape, sumOf } from '../support/prometheus.ts';
import { openRoom, recordedMeeting, unheardMeeting } from '../support/recorded.ts';
import { roomtone } from '../support/roomtone.ts';
import { meetFields, sendSigned } from '../support/signed-request.ts';

describe('what is counted', () => {
  test('a room from its command to its ready recording: each step, in and out', async () => {
    const app = await roomtone();
    const room = await openRoom(app, 'Design review');
    const meeting = await recordedMeeting(app, room);

    const page = await (await fetch(`${app.url}/metrics`)).text();

    const samples = readSamples(page);
    const value = (name: string, labels: Record<string, string>) =>
      sumOf(samples, `roomtone_${name}`, labels);
    expect(value('http_requests_total', { method: 'POST', route: '/slack/events', status: '200' })).toBe(1);
    expect(value('ack_duration_seconds_count', { kind: 'command', outcome: 'ok' })).toBe(1);
    expect(value('ack_duration_seconds_count', { kind: 'callback', outcome: 'ok' })).toBe(4);
    expect(value('callbacks_total', { kind: 'recording-uploaded', outcome: 'applied' })).toBe(1);
    expect(value('job_duration_seconds_count', { name: 'create-room', outcome: 'done' })).toBe(1);
    expect(
      value('meetings_call_duration_seconds_count', { method: 'POST', route: '/rooms', outcome: '201' }),
    ).toBe(1);
    // The card, and one message each for started, ended and ready.
    expect(value('slack_call_duration_seconds_count', { method: 'chat.postMessage', outcome: 'ok' })).toBe(4);
    expect(value('slack_call_duration_seconds_count', { method: 'response_url', outcome: 'ok' })).toBe(1);
    expect(value('rooms_live', { scope: 'application' })).toBe(1);
    expect(value('rooms_live', { scope: 'team' })).toBe(1);
    expect(value('rooms_limit', { scope: 'application' })).toBe(1_000);
    expect(value('rooms_limit', { scope: 'team' })).toBe(100);
    expect(value('jobs', { name: 'sweep', state: 'later' })).toBe(1);
    expect(value('jobs', { state: 'buried' })).toBe(0);
    expect(value('job_oldest_due_seconds', { name: 'create-room' })).toBe(0);
    expect(value('ambiguous_posts_total', {})).toBe(0);
    expect(value('database_up', {})).toBe(1);
    expect(sumOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(0);
    for (const secret of [room.roomId, meeting.recordingId, meeting.sessionId, 'U0ADA', 'Design']) {
      expect(page).not.toContain(secret);
    }
  });

  test('callbacks that are refused: each with why', async () => {
    const app = await roomtone();
    const { callbackUrl } = await openRoom(app);
    const unknownToken = `${app.url}/callbacks/meetings/nobody-knows-this-one`;

    await deliver(unknownToken, { event: 'recording:started' });
    await deliver(callbackUrl, 'not json');
    await deliver(callbackUrl, { event: 'recording:started' });
    await deliver(callbackUrl, { event: 'recording:painted' });
    await deliver(callbackUrl, 'x'.repeat(300_000));
    await deliver(callbackUrl, 'not gzip', { 'content-encoding': 'gzip' });

    const samples = await scrape(app.url);
    const refused = samples.filter(
      ({ name, labels }) => name === 'roomtone_callbacks_total' && labels['kind'],
    );
    expect(Object.fromEntries(refused.map(({ labels, value }) => [labels['outcome'], value]))).toEqual({
      callback_token_unknown: 1,
      bad_json: 1,
      schema_mismatch: 1,
      ignored: 1,
      too_large: 1,
      unreadable: 1,
    });
    expect(new Set(refused.map(({ labels }) => labels['kind']))).toEqual(new Set(['unknown']));
    const acks = { kind: 'callback', outcome: 'refused' };
    expect(sumOf(samples, 'roomtone_ack_duration_seconds_count', acks)).toBe(5);
  });

  test('a request with a wrong signature: as refused', async () => {
    const app = await roomtone();

    await sendSigned(app, { fields: meetFields('Design review'), secret: 'another-secret-0123456789' });

    const samples = await scrape(app.url);
    expect(sumOf(samples, 'roomtone_ack_duration_seconds_count', { outcome: 'refused' })).toBe(1);
    expect(sumOf(samples, 'roomtone_http_requests_total', { status: '401' })).toBe(1);
  });

  test('Slack refuses the card for good: its code, and the job that could not be done', async () => {
    const app = await roomtone();
    const room = await openRoom(app);
    await slackFaults(app, { error: 'invalid_blocks', methods: ['chat.postMessage'] });

    await recordedMeeting(app, room);

    const samples = await scrape(app.url);
    const call = { method: 'chat.postMessage', outcome: 'slack_invalid_blocks' };
    expect(sumOf(samples, 'roomtone_slack_call_duration_seconds_count', call)).toBeGreaterThan(0);
    const buried = { name: 'announce-recording', state: 'buried' };
    expect(sumOf(samples, 'roomtone_jobs', buried)).toBe(1);
  });

  test('a recording that a callback claims for the wrong session: as refused', async () => {
    const app = await roomtone();
    const own = await openRoom(app, 'Design review', { channel: 'design' });
    const other = await openRoom(app, 'Board meeting');
    const { sessionStarted, uploaded } = callbacksOf(await unheardMeeting(app, own.roomId));
    const { recordingId } = await unheardMeeting(app, other.roomId);

    await deliver(own.callbackUrl, sessionStarted);
    await deliver(own.callbackUrl, { ...uploaded, recording_id: recordingId });
    await app.settle();

    expect(sumOf(await scrape(app.url), 'roomtone_recordings_refused_total')).toBe(1);
  });

  test('a post left without an answer and sent again: as ambiguous', async () => {
    const app = await roomtone({ timeoutMs: 200 });
    await slackFaults(app, { delay_ms: 600_000, methods: ['chat.postMessage'] });
    await app.slack.workspace.command({
      user: 'ada',
      channel: 'general',
      text: 'Design review',
      command: '/meet',
    });
    await app.idle();
    await slackFaults(app, {});

    await app.settle();

    expect(sumOf(await scrape(app.url), 'roomtone_ambiguous_posts_total')).toBe(1);
  });
});

test('a sender that does not wait for its answer: has its line and is counted, as one that hung up', async () => {
  const lines: Record<string, unknown>[] = [];
  const metrics = createMetrics();
  const express = createExpress(0);
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) });
  mountFirst(express, { log, role: 'all', ackKindOf: () => 'command', onRequest: metrics.onRequest });
  const arrived = new Promise<void>((resolve) => express.post('/slow', () => resolve()));
  const server = express.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;

  const sender = connect(port, '127.0.0.1', () => sender.write('POST /slow HTTP/1.1\r\nHost: x\r\n\r\n'));
  await arrived;
  sender.destroy();

  await vi.waitUntil(() => lines.length === 1);
  expect(lines).toMatchObject([{ msg: 'request', method: 'POST', route: '/slow', status: 499 }]);
  const { text } = await metrics.page(undefined);
  expect(text).toContain('roomtone_http_requests_total{method="POST",route="/slow",status="499"} 1');
  expect(text).toContain('roomtone_ack_duration_seconds_count{kind="command",outcome="hung-up"} 1');
});

describe('ROLE=worker', () => {
  const { freshDatabase } = onPostgres();

  test('serves health routes and metrics, and nothing of Slack’s or of callbacks', async () => {
    const app = await roomtone({ env: { ROLE: 'worker' }, databaseUrl: await freshDatabase() });
    const statusOf = async (path: string, method = 'GET') => (await fetch(app.url + path, { method })).status;

    for (const path of ['/', '/healthz', '/readyz', '/metrics']) expect(await statusOf(path)).toBe(200);
    expect(await statusOf('/slack/events', 'POST')).toBe(404);
    expect(await statusOf('/callbacks/meetings/some-token', 'POST')).toBe(404);
    // Once that of the start has run.
    const waiting = { name: 'sweep', state: 'later' };
    await vi.waitUntil(async () => sumOf(await scrape(app.url), 'roomtone_jobs', waiting) === 1);
  });
});
