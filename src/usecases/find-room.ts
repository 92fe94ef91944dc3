import type { Room } from '../domain/room.ts';
import { UpstreamRejectedError, UpstreamUnavailableError } from '../errors.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import type { MeetingRoom } from './ports/meetings.ts';
import { roomMade } from './room-made.ts';

type Wanted = JobPayloads['find-room'];

/** How long after the first look comes the second, before the room is asked for again. */
const SECOND_LOOK_MS = 60_000;

/** An unanswered create may have worked: looks for our key among the provider's rooms, twice, before asking anew. */
export async function findRoom(deps: Deps, wanted: Wanted): Promise<undefined> {
  const { roomKey, look, reply } = wanted;
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room?.state !== 'making') return;
  const made = await search(deps, room);
  deps.log.info(
    { roomKey, look, found: made !== undefined },
    'looked for a room whose creation got no answer',
  );
  if (made !== undefined) {
    await deps.storage.transaction((tables) => roomMade(tables, { room, made, reply }));
  } else if (look === 1) {
    await lookAgain(deps, wanted);
  } else {
    await askAgain(deps, wanted);
  }
}

/**
 * The list is read from where it ended before the room was asked for. A longer list than can be read in one go is read on
 * by the next try: a room that may be there is not asked for again.
 */
async function search(deps: Deps, { roomKey, provider, listFrom }: Room): Promise<MeetingRoom | undefined> {
  const { room, reached, isComplete } = await deps.meetingsOf(provider).findRoom(roomKey, listFrom);
  await deps.storage.transaction(async ({ rooms }) => {
    if (reached !== null) await rooms.listedUpTo(provider, reached);
    if (reached !== null && !isComplete) await rooms.notBefore(roomKey, reached);
  });
  if (isComplete) return room;
  throw new UpstreamUnavailableError('meetings', 'room_list_long', 'More rooms than are read in one go', {
    reached: 'yes',
  });
}

async function lookAgain(deps: Deps, wanted: Wanted): Promise<void> {
  await deps.storage.transaction((tables) =>
    tables.jobs.enqueue({
      name: 'find-room',
      lane: wanted.roomKey,
      payload: { ...wanted, look: 2 },
      runAt: deps.clock.now() + SECOND_LOOK_MS,
    }),
  );
}

/** The room was not made. Once it is asked for again; a second time without an answer is the end. */
async function askAgain(deps: Deps, { roomKey, reply, lastTry = false }: Wanted): Promise<void> {
  await deps.storage.transaction(async (tables) => {
    await tables.rooms.forgetCreate(roomKey);
    if (lastTry) return;
    const payload = { roomKey, reply, lastTry: true };
    await tables.jobs.enqueue({ name: 'create-room', lane: roomKey, payload });
  });
  if (lastTry) {
    throw new UpstreamRejectedError(
      'meetings',
      'meetings_no_answer',
      'Asked twice, never got an answer or a room',
    );
  }
}
