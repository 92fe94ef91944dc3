import { decodeJwt } from 'jose';
import { describe, expect, test, vi } from 'vitest';
import { applicationId } from '../support/meetings-options.ts';
import { type OpenedDoors, openDoors } from '../support/open-door.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

const sessionOf = ({ body }: { body: Readonly<Record<string, unknown>> }) => String(body['sessionId']);

/** Somebody connects to what the door gave them, and the app has heard of it. */
async function enter(doors: OpenedDoors, door: string, person = { name: 'Ada', host: false }) {
  const sessionId = sessionOf(await doors.knock(door, person.name));
  const connection = doors.video.control.join(sessionId, person);
  await inside(doors, sessionId, (names) => names.includes(person.name));
  return {
    sessionId,
    async leave() {
      doors.video.control.leave(sessionId, connection);
      await inside(doors, sessionId, (names) => !names.includes(person.name));
    },
  };
}

async function inside(
  { storage }: OpenedDoors,
  sessionId: string,
  is: (names: readonly string[]) => boolean,
) {
  await vi.waitUntil(async () => {
    const session = await storage.transaction(({ sessions }) => sessions.find(sessionId));
    return is(session?.participants.map(({ name }) => name) ?? []);
  });
}

describe('what stands at the door', () => {
  test('of guests and of the host: the same room, nothing secret', async () => {
    const doors = await openDoors();
    const { guest, host } = await doors.makeRoom({
      title: 'R&D',
      joinApproval: 'after-host',
      locale: 'de-DE',
    });

    const room = {
      title: 'R&D',
      state: 'open',
      recording: 'automatic',
      waitingRoom: true,
      hostIsIn: false,
      language: 'de-DE',
    };
    expect(await doors.look(guest)).toEqual({ status: 200, body: { ...room, isHost: false } });
    expect(await doors.look(host)).toEqual({ status: 200, body: { ...room, isHost: true } });
  });

  test('of a link that leads nowhere: 404, at either door', async () => {
    const doors = await openDoors();
    const { guest, host } = await doors.makeRoom();

    const wrong = [
      '/r/nobodys',
      '/h/nobodys',
      guest.replace('/r/', '/h/'),
      host.replace('/h/', '/r/'),
      `${host}A`,
    ];
    for (const door of wrong) {
      expect.soft(await doors.look(door), door).toEqual({ status: 404, body: {} });
      expect.soft(await doors.knock(door), door).toEqual({ status: 404, body: {} });
    }
  });

  test('handed over: the link of the host before is none any more', async () => {
    const doors = await openDoors();
    const { host } = await doors.makeRoom({ hostUserId: 'U1' });

    await doors.storage.transaction(({ rooms }) =>
      rooms.handOver('room-1', { userId: 'U2', name: 'Ben', locale: 'en-US', timeZone: 'UTC' }),
    );

    expect((await doors.look(host)).status).toBe(404);
  });

  test.each([
    ['making', 'not-yet', 409],
    ['expired', 'expired', 410],
    ['failed', 'expired', 410],
  ] as const)('of a room that is %s: %s', async (state, shown, status) => {
    const doors = await openDoors();
    const { guest } = await doors.makeRoom({ state });

    expect((await doors.look(guest)).body).toMatchObject({ state: shown });
    expect(await doors.knock(guest)).toEqual({ status, body: { error: shown } });
  });
});

describe('joining', () => {
  test('a guest and the host: tokens for the same session, with what each may do', async () => {
    const doors = await openDoors();
    const { guest, host } = await doors.makeRoom();

    const [first, second] = [await doors.knock(guest, ' Ben '), await doors.knock(host, 'Ada')];

    expect(first).toMatchObject({ status: 200, body: { applicationId, role: 'guest' } });
    expect(second).toMatchObject({ status: 200, body: { role: 'host', sessionId: sessionOf(first) } });
    const claims = decodeJwt(String(first.body['token']));
    expect(claims).toMatchObject({ session_id: sessionOf(first), role: 'publisher' });
    expect(JSON.parse(String(claims['connection_data']))).toMatchObject({ name: 'Ben', isHost: false });
    expect(decodeJwt(String(second.body['token']))['role']).toBe('moderator');
  });

  test.each([[''], ['   '], ['x'.repeat(61)], ['a\nb'], [7], [null]])(
    'as %j: 400, and no session',
    async (name) => {
      const doors = await openDoors();
      const { guest } = await doors.makeRoom();

      expect((await doors.knock(guest, name)).status).toBe(400);
      expect(doors.video.control.liveSessions()).toEqual([]);
    },
  );

  test('ten at the same moment: one session', async () => {
    const doors = await openDoors();
    const { guest } = await doors.makeRoom();

    const knocked = await Promise.all(Array.from({ length: 10 }, () => doors.knock(guest)));

    expect(new Set(knocked.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(knocked.map(sessionOf)).size).toBe(1);
  });

  test('before the host, where that is not allowed: waits, and is let in once the host is there', async () => {
    const doors = await openDoors();
    const { guest, host } = await doors.makeRoom({ joinApproval: 'after-host' });
    expect(await doors.knock(guest)).toEqual({ status: 409, body: { error: 'waiting' } });

    const ada = await enter(doors, host, { name: 'Ada', host: true });

    expect((await doors.look(guest)).body).toMatchObject({ hostIsIn: true });
    expect(sessionOf(await doors.knock(guest))).toBe(ada.sessionId);
    await ada.leave();
    expect((await doors.knock(guest)).status).toBe(409);
  });

  test('where as many are as can be recorded: the room is full', async () => {
    const doors = await openDoors();
    const { guest } = await doors.makeRoom();
    const sessionId = sessionOf(await doors.knock(guest));
    for (let n = 1; n <= 50; n += 1) doors.video.control.join(sessionId, { name: `Guest ${n}` });
    await inside(doors, sessionId, (names) => names.length === 50);

    expect((await doors.look(guest)).body).toMatchObject({ state: 'full' });
    expect(await doors.knock(guest)).toEqual({ status: 409, body: { error: 'full' } });
  });

  test('while the Video API fails: 503, and afterwards all is well', async () => {
    const doors = await openDoors();
    const { guest } = await doors.makeRoom();
    doors.video.control.setFaults({ status: 500 });

    expect(await doors.knock(guest)).toEqual({ status: 503, body: { error: 'meetings_error' } });

    doors.video.control.setFaults({});
    expect((await doors.knock(guest)).status).toBe(200);
  });
});

describe('a session', () => {
  test('in which nobody is for less than a minute: goes on', async () => {
    const doors = await openDoors();
    const { guest } = await doors.makeRoom();
    const ada = await enter(doors, guest);
    await ada.leave();

    doors.advance(59 * SECOND_MS);

    expect(sessionOf(await doors.knock(guest))).toBe(ada.sessionId);
  });

  test('in which nobody is for a minute: is over, and its id is never used again', async () => {
    const doors = await openDoors();
    const { guest } = await doors.makeRoom();
    const ada = await enter(doors, guest);
    await ada.leave();

    doors.advance(61 * SECOND_MS);

    const next = await enter(doors, guest);
    expect(next.sessionId).not.toBe(ada.sessionId);
    expect(sessionOf(await doors.knock(guest))).toBe(next.sessionId);
  });

  test('that somebody is in: goes on, however long it takes', async () => {
    const doors = await openDoors();
    const { guest } = await doors.makeRoom();
    const ada = await enter(doors, guest);

    doors.advance(90 * MINUTE_MS);

    expect((await doors.look(guest)).body).toMatchObject({ state: 'open' });
    expect(sessionOf(await doors.knock(guest))).toBe(ada.sessionId);
  });

  test('told to be left by somebody before they came: they are not in', async () => {
    const doors = await openDoors();
    const { guest } = await doors.makeRoom();
    const sessionId = sessionOf(await doors.knock(guest));
    const tell = async (event: string) => {
      const body = JSON.stringify({
        event,
        sessionId,
        timestamp: doors.now(),
        connection: { id: 'c1', data: '' },
      });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(doors.callbackUrl, { method: 'POST', headers, body })).status;
    };

    expect(await tell('connectionDestroyed')).toBe(200);
    expect(await tell('connectionCreated')).toBe(200);

    const session = await doors.storage.transaction(({ sessions }) => sessions.find(sessionId));
    expect(session?.participants).toEqual([]);
  });
});

describe('a room for now', () => {
  test('that nobody enters: closes 10 minutes after it was made', async () => {
    const doors = await openDoors();
    const { guest, host } = await doors.makeRoom();

    doors.advance(9 * MINUTE_MS + 55 * SECOND_MS);
    expect((await doors.look(guest)).body).toMatchObject({ state: 'open' });

    doors.advance(10 * SECOND_MS);
    expect((await doors.look(host)).body).toMatchObject({ state: 'expired' });
    expect(await doors.knock(guest)).toEqual({ status: 410, body: { error: 'expired' } });
  });

  test('that was used: closes 10 minutes after the last one left', async () => {
    const doors = await openDoors();
    const { guest } = await doors.makeRoom();
    const ada = await enter(doors, guest);
    doors.advance(30 * MINUTE_MS);
    await ada.leave();

    doors.advance(9 * MINUTE_MS + 50 * SECOND_MS);
    expect((await doors.look(guest)).body).toMatchObject({ state: 'open' });

    doors.advance(15 * SECOND_MS);
    expect((await doors.look(guest)).body).toMatchObject({ state: 'expired' });
  });
});
