import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import {
  type RecordingBody,
  type SandboxMeetings,
  startSandboxMeetings,
} from '../support/sandbox-meetings.ts';

const DAY = 86_400;

let sandbox: SandboxMeetings;
beforeEach(async () => {
  sandbox = await startSandboxMeetings();
});
afterEach(() => sandbox.close());

const read = (id: string) => sandbox.call<RecordingBody>('GET', `/recordings/${id}`);

test('recording: the published members, and in its session’s list', async () => {
  const recording = await sandbox.recordOnce();

  const { body } = await sandbox.call<{ _embedded: { recordings: RecordingBody[] } }>(
    'GET',
    `/sessions/${recording.session_id}/recordings`,
  );

  expect(Object.keys(recording).sort()).toEqual(
    Object.keys(meetingsFixture('openapi-0.1.7.recording')).sort(),
  );
  expect(body._embedded.recordings.map(({ id, status }) => [id, status])).toEqual([
    [recording.id, 'uploaded'],
  ]);
});

test('recording that is still being made or uploaded: without a link, and 500 when it is to be deleted', async () => {
  await sandbox.close();
  sandbox = await startSandboxMeetings({ uploadDelayMs: 60_000 });
  const room = await sandbox.createRoom({ recording_options: { auto_record: true } });
  const ada = await sandbox.join(room, { name: 'Ada', host: true });
  const { body: started } = await sandbox.receiver.waitFor('recording:started');
  const path = `/recordings/${started['recording_id']}`;

  const running = await sandbox.call('GET', path);
  await ada.leave();
  await sandbox.receiver.waitFor('recording:ended');
  const stopped = await sandbox.call('GET', path);
  const refused = await sandbox.call('DELETE', path);

  expect(running.body).toMatchObject({ status: 'started', ended_at: null, _links: {} });
  expect(stopped.body).toMatchObject({ status: 'stopped', ended_at: expect.any(String), _links: {} });
  expect(refused).toEqual({
    status: 500,
    body: meetingsFixture('python-sdk-beta.delete_recording_not_uploaded'),
  });
});

test('deleted: 204, then unknown everywhere, and its link leads nowhere', async () => {
  const recording = await sandbox.recordOnce();
  const path = `/recordings/${recording.id}`;

  const deleted = await sandbox.call('DELETE', path);
  const again = await sandbox.call('DELETE', path);
  const listed = await sandbox.call('GET', `/sessions/${recording.session_id}/recordings`);

  expect(deleted).toEqual({ status: 204, body: undefined });
  expect(again.body).toEqual({ message: 'Could not find recording', name: 'NotFoundError', status: 404 });
  expect((await sandbox.call('GET', path)).status).toBe(404);
  expect(listed).toMatchObject({ status: 200, body: { _embedded: { recordings: [] } } });
  expect((await fetch(recording._links.url.href)).status).toBe(404);
});

test('30 days after its end: gone', async () => {
  const recording = await sandbox.recordOnce();

  await sandbox.advance(30 * DAY - 60);
  const lastMinute = await read(recording.id);
  await sandbox.advance(61);

  expect(lastMinute.status).toBe(200);
  expect((await read(recording.id)).status).toBe(404);
});

test('recording of the past: all its callbacks with the given times, its clip, and 30 days from its own end', async () => {
  const room = await sandbox.createRoom();
  const endedAt = Date.now() - 29 * DAY * 1000;
  const { sessionId, recordingId } = sandbox.meetings.control.recordPast({
    roomId: room.id,
    startedAt: endedAt - 1_920_000,
    endedAt,
  });
  const { body } = await sandbox.receiver.waitFor('recording:uploaded');

  expect(sandbox.receiver.received.map(({ event }) => event)).toEqual([
    'session:started',
    'session:participant:joined',
    'recording:started',
    'session:participant:left',
    'session:ended',
    'recording:ended',
    'recording:uploaded',
  ]);
  expect(body).toMatchObject({
    session_id: sessionId,
    recording_id: recordingId,
    ended_at: new Date(endedAt).toISOString(),
    duration: '1920',
  });
  expect((await fetch(String(body['url']))).status).toBe(200);
  await sandbox.advance(DAY);
  expect((await read(recordingId)).status).toBe(404);
});
