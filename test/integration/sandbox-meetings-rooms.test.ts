import { afterAll, beforeAll, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import type { Json } from '../support/sandbox-client.ts';
import { type RoomBody, type SandboxMeetings, startSandboxMeetings } from '../support/sandbox-meetings.ts';

const MINUTE = 60;

let sandbox: SandboxMeetings;
beforeAll(async () => {
  sandbox = await startSandboxMeetings();
});
afterAll(() => sandbox.close());

const read = async (room: RoomBody) => (await sandbox.call<RoomBody>('GET', `/rooms/${room.id}`)).body;
const inDays = (days: number) =>
  new Date(Date.now() + (sandbox.meetings.control.aheadSeconds() + days * 86_400) * 1000).toISOString();

async function meetAlone(room: RoomBody, person: Json): Promise<string> {
  const { sessionId, leave } = await sandbox.join(room, person);
  await leave();
  await sandbox.advance(1);
  return sessionId;
}

/** The status of trying to join. */
const tryToJoin = async (room: RoomBody, person: Json) =>
  (await sandbox.script('POST', `/rooms/${room.id}/join`, person)).status;

test('instant room nobody joins: expires after ten minutes, and says so with the planned time', async () => {
  const room = await sandbox.createRoom();

  await sandbox.advance(11 * MINUTE);

  const { kind, body } = await sandbox.receiver.waitFor('room:expired');
  expect(kind).toBe('rooms');
  expect(Object.keys(body)).toEqual(Object.keys(meetingsFixture('openapi-0.1.7.callback.room-expired')));
  expect(body).toEqual({
    event: 'room:expired',
    room_id: room.id,
    room_type: 'instant',
    expires_at: room.expires_at,
    created_at: room['created_at'],
  });
  expect((await read(room)).is_available).toBe(false);
  expect(await tryToJoin(room, { name: 'Ada', host: true })).toBe(409);
});

test('instant room in use: stays open as long as somebody is in, then ten minutes more', async () => {
  const room = await sandbox.createRoom();
  const ada = await sandbox.join(room, { name: 'Ada', host: true });

  await sandbox.advance(60 * MINUTE);
  const afterAnHour = await read(room);
  await ada.leave();
  await sandbox.advance(9 * MINUTE);
  const afterNineMinutes = await read(room);
  await sandbox.advance(2 * MINUTE);
  const afterElevenMinutes = await read(room);

  expect([afterAnHour, afterNineMinutes, afterElevenMinutes].map((seen) => seen.is_available)).toEqual([
    true,
    true,
    false,
  ]);
});

test('instant room joined again within ten minutes: a new session, also for a guest', async () => {
  const room = await sandbox.createRoom();

  const first = await meetAlone(room, { name: 'Ada', host: true });
  const second = await meetAlone(room, { name: 'Guest' });

  expect(first).toMatch(/^1_[\w-]{40,}$/);
  expect(second).toMatch(/^1_[\w-]{40,}$/);
  expect(second).not.toBe(first);
});

test('long-term room: a guest may begin the first meeting, but after it only the host starts the next', async () => {
  const room = await sandbox.createRoom({ type: 'long_term', expires_at: inDays(30) });
  await meetAlone(room, { name: 'Guest' });

  const guestAlone = await tryToJoin(room, { name: 'Guest' });
  const host = await sandbox.join(room, { name: 'Ada', host: true });
  const guest = await sandbox.join(room, { name: 'Guest' });

  expect(guestAlone).toBe(409);
  expect(guest.sessionId).toBe(host.sessionId);
});

test('long-term room past its end: unavailable, can not be changed any more', async () => {
  const room = await sandbox.createRoom({ type: 'long_term', expires_at: inDays(1) });

  await sandbox.advance(86_400 + 1);

  expect((await read(room)).is_available).toBe(false);
  const changed = await sandbox.call('PATCH', `/rooms/${room.id}`, {
    update_details: { expires_at: inDays(9) },
  });
  expect(changed.status).toBe(404);
});

test('long-term room prolonged: the old end passes unnoticed', async () => {
  const room = await sandbox.createRoom({ type: 'long_term', expires_at: inDays(1) });
  await sandbox.call('PATCH', `/rooms/${room.id}`, { update_details: { expires_at: inDays(3) } });

  await sandbox.advance(2 * 86_400);

  expect((await read(room)).is_available).toBe(true);
});

test('long-term room to expire after use: closes ten minutes after the meeting', async () => {
  const room = await sandbox.createRoom({
    type: 'long_term',
    expires_at: inDays(30),
    expire_after_use: true,
  });
  await sandbox.advance(60 * MINUTE);
  const beforeUse = await read(room);

  await meetAlone(room, { name: 'Ada', host: true });
  await sandbox.advance(11 * MINUTE);

  expect(beforeUse.is_available).toBe(true);
  expect((await read(room)).is_available).toBe(false);
});

test('live rooms: those somebody is in; a guest is brought there and taken away again', async () => {
  const room = await sandbox.createRoom({ display_name: 'Weekly sync' });
  const { control } = sandbox.meetings;
  const people = () => control.liveRooms().find(({ roomId }) => roomId === room.id)?.people;
  await sandbox.join(room, { name: 'Ada', host: true });

  control.bringGuest(room.id);
  const withGuest = people();
  control.bringGuest(room.id);

  expect(withGuest).toEqual(['Ada', 'Guest']);
  expect(people()).toEqual(['Ada']);
});

test.each([
  ['POST', '/rooms/unknown/join', { name: 'Ada' }, 404],
  ['POST', '/rooms/unknown/join', {}, 400],
  ['POST', '/sessions/unknown/leave', { participant_id: 'a' }, 404],
  ['POST', '/clock', { advance_seconds: -1 }, 400],
  ['PUT', '/faults', { duplicates: 2 }, 400],
])('script %s %s %j: %i', async (method, path, body, status) => {
  expect((await sandbox.script(method, path, body)).status).toBe(status);
});
