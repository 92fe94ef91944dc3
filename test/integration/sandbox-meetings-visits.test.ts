import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { request } from '../support/sandbox-client.ts';
import { type RoomBody, type SandboxMeetings, startSandboxMeetings } from '../support/sandbox-meetings.ts';

let sandbox: SandboxMeetings;
afterEach(() => sandbox.close());

const page = (path: string) => `${sandbox.meetings.url}/_room${path}`;

/** Joins like the room page does. */
async function enter(room: RoomBody, name: string): Promise<string> {
  const body = { code: room.meeting_code, name, camera: false };
  return String((await request('POST', page('/participants'), { body })).body['participantId']);
}

test('page that falls silent: has left, while one that keeps looking around stays', async () => {
  sandbox = await startSandboxMeetings({ silenceMs: 1_000 });
  const room = await sandbox.createRoom();
  const silent = await enter(room, 'Silent');
  const present = await enter(room, 'Present');

  const looking = setInterval(() => void request('POST', page(`/participants/${present}/look`)), 100);
  const { body } = await sandbox.receiver.waitFor('session:participant:left');
  clearInterval(looking);

  expect(body).toMatchObject({ participant_id: silent, name: 'Silent' });
  expect(sandbox.meetings.control.liveRooms()).toMatchObject([{ people: ['Present'] }]);
  expect((await request('POST', page(`/participants/${silent}/look`))).status).toBe(404);
});

test('page that falls silent after the clock was moved by a month: people stay, the clock is not their time', async () => {
  sandbox = await startSandboxMeetings();
  const room = await sandbox.createRoom();
  const visitor = await enter(room, 'Ada');

  await sandbox.advance(30 * 86_400);

  expect((await request('POST', page(`/participants/${visitor}/look`))).status).toBe(200);
});

test('videos recorded by two pages: the one that covers the longest stretch is kept', async () => {
  sandbox = await startSandboxMeetings();
  const room = await sandbox.createRoom({ recording_options: { auto_record: true } });
  const ada = await enter(room, 'Ada');
  const ben = await enter(room, 'Ben');
  const { body: started } = await sandbox.receiver.waitFor('recording:started');
  const send = (partId: string, chunk: string) =>
    fetch(page(`/recordings/${started['recording_id']}/parts/${partId}`), {
      method: 'POST',
      headers: { 'content-type': 'video/mp4' },
      body: chunk,
    });
  const [longPart, shortPart] = [randomUUID(), randomUUID()];

  await send(longPart, 'first ');
  await send(shortPart, 'a much bigger chunk, but only one');
  await send(longPart, 'last');
  for (const participant of [ada, ben]) await request('POST', page(`/participants/${participant}/leave`));
  const { body } = await sandbox.receiver.waitFor('recording:uploaded');

  expect(await (await fetch(String(body['url']))).text()).toBe('first last');
  expect((await send(longPart, 'too late')).status).toBe(410);
});
