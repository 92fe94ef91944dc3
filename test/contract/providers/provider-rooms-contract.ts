import { expect, test } from 'vitest';
import { JOIN_APPROVALS } from '../../../src/domain/room.ts';
import { NotFoundError, UpstreamRejectedError } from '../../../src/errors.ts';
import type { OpenProvider } from '../../support/open-provider.ts';

const DAY_MS = 86_400_000;
const NOBODYS_ROOM = '00000000-0000-4000-8000-000000000000';

export function providerRoomsContract(open: OpenProvider): void {
  test('made: can be read, with a link for guests and another for the host', async () => {
    const { meetings, order, now } = await open();
    const closesAt = now() + 30 * DAY_MS;
    const made = await meetings.createRoom(order({ closesAt }));

    const read = await meetings.getRoom(made.providerRoomId);

    expect(read).toMatchObject({ providerRoomId: made.providerRoomId, guestUrl: made.guestUrl });
    expect(read.expiresAt).toBe(closesAt);
    expect(read.closesAfterSession).toBe(false);
    expect(new URL(read.guestUrl).protocol).toMatch(/^https?:$/);
    expect(new URL(read.hostUrl).href).not.toBe(new URL(read.guestUrl).href);
  });

  test('made without an answer: is found by our key, and a key nobody used finds nothing', async () => {
    const { meetings, order } = await open();
    const made = await meetings.createRoom(order({ roomKey: 'room-1' }));
    await meetings.createRoom(order({ roomKey: 'room-2' }));

    const found = await meetings.findRoom('room-1', null);

    expect(found.isComplete).toBe(true);
    expect(found.room).toMatchObject({ providerRoomId: made.providerRoomId, roomKey: 'room-1' });
    expect((await meetings.findRoom('room-3', null)).room).toBeUndefined();
  });

  test('whatever it says it can do, it takes a room for', async () => {
    const { meetings, order } = await open();
    const { hostOnly, joinApprovals } = meetings.can;

    expect(joinApprovals[0]).toBe('everyone');
    expect(JOIN_APPROVALS).toEqual(expect.arrayContaining([...joinApprovals]));
    for (const joinApproval of joinApprovals) {
      for (const recording of ['automatic', 'offered', 'off'] as const) {
        const plan = { joinApproval, recording, hostOnly: hostOnly && recording !== 'off' };
        expect(await meetings.createRoom(order(plan))).toHaveProperty('providerRoomId');
      }
    }
  });

  test('changed: as it then is, and the same change again changes nothing', async () => {
    const { meetings, order, now } = await open();
    const { providerRoomId } = await meetings.createRoom(order({ closesAt: now() + DAY_MS }));
    const later = { expiresAt: now() + 7 * DAY_MS };

    expect(await meetings.changeRoom(providerRoomId, later)).toMatchObject(later);
    expect(await meetings.changeRoom(providerRoomId, later)).toMatchObject(later);
    const ending = await meetings.changeRoom(providerRoomId, { closesAfterSession: true });

    expect(ending).toMatchObject({ ...later, closesAfterSession: true });
    expect(await meetings.getRoom(providerRoomId)).toMatchObject(ending);
  });

  test('for now: is not changed', async () => {
    const { meetings, order, now } = await open();
    const { providerRoomId } = await meetings.createRoom(order());

    const change = meetings.changeRoom(providerRoomId, { expiresAt: now() + DAY_MS });

    await expect(change).rejects.toBeInstanceOf(UpstreamRejectedError);
  });

  test('never made: is not found', async () => {
    const { meetings, now } = await open();
    const change = { expiresAt: now() + DAY_MS };

    await expect(meetings.getRoom(NOBODYS_ROOM)).rejects.toBeInstanceOf(NotFoundError);
    await expect(meetings.changeRoom(NOBODYS_ROOM, change)).rejects.toBeInstanceOf(NotFoundError);
  });

  test('a session: who comes and goes is told, of that room, until it ends', async () => {
    const { meetings, order, join, happened, told } = await open();
    const room = await meetings.createRoom(order({ recording: 'off' }));
    const host = await join(room, { name: 'Ada', host: true });
    const guest = await join(room, { name: 'Ben', host: false });
    await guest.leave();
    await host.leave();
    const { sessionId } = await happened('session-ended');

    const people = told.flatMap((event) =>
      event.kind === 'participant-joined' || event.kind === 'participant-left' ? [event] : [],
    );
    expect(await happened('session-started')).toMatchObject({
      sessionId,
      providerRoomId: room.providerRoomId,
    });
    expect(people.map(({ kind, name, isHost }) => [kind, name, isHost]).toSorted()).toEqual([
      ['participant-joined', 'Ada', true],
      ['participant-joined', 'Ben', false],
      ['participant-left', 'Ada', true],
      ['participant-left', 'Ben', false],
    ]);
    expect(new Set(people.map(({ participantId }) => participantId)).size).toBe(2);
    expect(people.filter((event) => event.sessionId !== sessionId)).toEqual([]);
  });

  test('two sessions of one room: each has its own id', async () => {
    const { meetings, order, now, join, happened, told } = await open();
    const room = await meetings.createRoom(order({ recording: 'off', closesAt: now() + DAY_MS }));
    await (await join(room, { name: 'Ada', host: true })).leave();
    await happened('session-ended');

    await join(room, { name: 'Ada', host: true });
    await expect.poll(() => told.filter(({ kind }) => kind === 'session-started').length).toBe(2);

    const ids = told.flatMap((event) => (event.kind === 'session-started' ? [event.sessionId] : []));
    expect(new Set(ids).size).toBe(2);
  });
}
