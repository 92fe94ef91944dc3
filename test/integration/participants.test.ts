import { expect, test } from 'vitest';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { openRoom, unheardMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

const grace = { participantId: 'p1', name: 'Grace Hopper' };
const alan = { participantId: 'p2', name: 'Alan Turing' };
const HOUR_MS = 3_600_000;

/** Names of who is in, as stored. */
function inside(app: Roomtone): string[] {
  const sessions = app.sql<{ participants: string }>('select participants from sessions');
  return sessions.flatMap(({ participants }) =>
    (JSON.parse(participants) as { name: string }[]).map(({ name }) => name),
  );
}

async function session(app: Roomtone) {
  const { roomId, callbackUrl } = await openRoom(app);
  const callbacks = callbacksOf(await unheardMeeting(app, roomId));
  const tell = async (...bodies: unknown[]) => {
    for (const body of bodies) expect(await deliver(callbackUrl, body)).toBe(204);
  };
  return { ...callbacks, tell };
}

test('people come, go and come again: a set of who is in, whatever is told twice', async () => {
  const app = await roomtone();
  const { tell, joined, left } = await session(app);

  await tell(joined(grace), joined(alan), joined(grace));
  expect(inside(app).toSorted()).toEqual(['Alan Turing', 'Grace Hopper']);

  await tell(left(grace), left(grace));
  expect(inside(app)).toEqual(['Alan Turing']);

  await tell(joined(grace), left({ participantId: 'p3', name: 'Nobody' }));
  expect(inside(app).toSorted()).toEqual(['Alan Turing', 'Grace Hopper']);
});

test('every documented spelling of joined and left: the same set', async () => {
  const app = await roomtone();
  const { tell, joined, left } = await session(app);

  await tell(
    { ...joined(grace), event: 'participant:joined', type: undefined },
    { ...joined(alan), event: 'participant-joined', room_id: undefined },
    { ...left(grace), event: 'participant:left' },
  );
  expect(inside(app)).toEqual(['Alan Turing']);

  await tell({ ...left(alan), event: 'participant-left' });
  expect(inside(app)).toEqual([]);
});

test('the session ends: nobody is in it, also not by a callback that comes late', async () => {
  const app = await roomtone();
  const { tell, joined, sessionEnded } = await session(app);

  await tell(joined(grace), sessionEnded, joined(alan));

  expect(inside(app)).toEqual([]);
});

test('the end of a session is never told: names are gone after 24 hours, and were never logged', async () => {
  const app = await roomtone();
  const { tell, joined } = await session(app);
  await tell(joined(grace));

  await app.pass(23 * HOUR_MS);
  expect(inside(app)).toEqual(['Grace Hopper']);
  await app.pass(2 * HOUR_MS);

  expect(inside(app)).toEqual([]);
  expect(JSON.stringify(app.log)).not.toContain('Hopper');
});
