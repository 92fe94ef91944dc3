import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { type SandboxMeetings, startSandboxMeetings } from '../support/sandbox-meetings.ts';

let sandbox: SandboxMeetings;
beforeEach(async () => {
  sandbox = await startSandboxMeetings();
});
afterEach(() => sandbox.close());

const { parse } = Date;
const events = () => sandbox.receiver.received.map(({ event }) => event);

const AUTOMATIC = { recording_options: { auto_record: true } };

test('automatically recorded session: every callback, in order, at its address, with the published members', async () => {
  const room = await sandbox.createRoom(AUTOMATIC);

  const ada = await sandbox.join(room, { name: 'Ada', host: true });
  await sandbox.advance(1920);
  await ada.leave();
  await sandbox.receiver.waitFor('recording:uploaded');

  const expected = [
    ['sessions', 'session:started', 'session-started'],
    ['sessions', 'session:participant:joined', 'session-participant-joined'],
    ['recordings', 'recording:started', 'recording-started'],
    ['sessions', 'session:participant:left', 'session-participant-left'],
    ['sessions', 'session:ended', 'session-ended'],
    ['recordings', 'recording:ended', 'recording-ended'],
    ['recordings', 'recording:uploaded', 'recording-uploaded'],
  ] as const;
  const { received } = sandbox.receiver;
  expect(received.map(({ kind, event }) => [kind, event])).toEqual(
    expected.map(([kind, event]) => [kind, event]),
  );
  expected.forEach(([, , fixture], index) => {
    const published = meetingsFixture(`openapi-0.1.7.callback.${fixture}`);
    expect(Object.keys(received[index]?.body ?? {}).sort()).toEqual(Object.keys(published).sort());
  });
});

test('recording of 32 minutes: length, times and ids agree everywhere, and the link downloads', async () => {
  const room = await sandbox.createRoom(AUTOMATIC);
  const ada = await sandbox.join(room, { name: 'Ada', host: true });
  await sandbox.advance(1920);
  await ada.leave();

  const { body: uploaded, headers } = await sandbox.receiver.waitFor('recording:uploaded');

  const { body: read } = await sandbox.call('GET', `/recordings/${uploaded['recording_id']}`);
  expect(uploaded).toMatchObject({ session_id: ada.sessionId, room_id: room.id, duration: '1920' });
  expect(parse(String(uploaded['ended_at'])) - parse(String(uploaded['started_at']))).toBeGreaterThanOrEqual(
    1_920_000,
  );
  expect(read).toMatchObject({
    status: 'uploaded',
    session_id: ada.sessionId,
    started_at: uploaded['started_at'],
    ended_at: uploaded['ended_at'],
  });
  expect(headers['content-type']).toBe('application/json');
  expect((await fetch(String(uploaded['url']))).status).toBe(200);
});

test('only the host recorded: starts when the host comes, ends when the host goes, starts anew on return', async () => {
  const room = await sandbox.createRoom({
    recording_options: { auto_record: true, record_only_owner: true },
  });

  const guest = await sandbox.join(room, { name: 'Guest' });
  const host = await sandbox.join(room, { name: 'Ada', host: true });
  await host.leave();
  const hostAgain = await sandbox.join(room, { name: 'Ada', host: true });
  await hostAgain.leave();
  await guest.leave();
  await sandbox.receiver.waitFor('session:ended');
  await sandbox.receiver.waitFor('recording:uploaded', 2);

  expect(events().filter((event) => !event.includes('uploaded'))).toEqual([
    'session:started',
    'session:participant:joined',
    'session:participant:joined',
    'recording:started',
    'session:participant:left',
    'recording:ended',
    'session:participant:joined',
    'recording:started',
    'session:participant:left',
    'recording:ended',
    'session:participant:left',
    'session:ended',
  ]);
  const recordings = await sandbox.call('GET', `/sessions/${host.sessionId}/recordings`);
  expect(recordings.body).toMatchObject({ _embedded: { recordings: [{}, {}] } });
});

test('recorded by hand: nothing until somebody starts it, and stopping it ends that recording only', async () => {
  const room = await sandbox.createRoom({ available_features: { is_recording_available: true } });
  const ada = await sandbox.join(room, { name: 'Ada', host: true });
  const before = events();

  await sandbox.script('PUT', `/sessions/${ada.sessionId}/recording`, { recording: true });
  await sandbox.script('PUT', `/sessions/${ada.sessionId}/recording`, { recording: false });
  await sandbox.receiver.waitFor('recording:uploaded');

  expect(before).not.toContain('recording:started');
  expect(events().slice(2)).toEqual(['recording:started', 'recording:ended', 'recording:uploaded']);
});

test.each([
  ['automatically recorded', AUTOMATIC],
  [
    'not recorded',
    { recording_options: { auto_record: false }, available_features: { is_recording_available: false } },
  ],
])('%s room: nobody can start or stop recording', async (_, details) => {
  const ada = await sandbox.join(await sandbox.createRoom(details), { name: 'Ada', host: true });

  const { status } = await sandbox.script('PUT', `/sessions/${ada.sessionId}/recording`, {
    recording: false,
  });

  expect(status).toBe(409);
});
