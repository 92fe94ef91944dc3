import { UpstreamRejectedError } from '../errors.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import { roomMade } from './room-made.ts';

type Search = JobPayloads['find-room'];

/** How long after the first look comes the second, before the room is asked for again. */
const SECOND_LOOK_MS = 60_000;

/** An unanswered create may have worked: looks for our key among the provider's rooms, twice, before asking anew. */
export async function findRoom(deps: Deps, search: Search): Promise<undefined> {
  const { roomKey, look, reply } = search;
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room?.state !== 'making') return;
  const made = await deps.meetings.findRoom(roomKey);
  deps.log.info(
    { roomKey, look, found: made !== undefined },
    'looked for a room whose creation got no answer',
  );
  if (made !== undefined) {
    await deps.storage.transaction((tables) => roomMade(tables, { room, made, reply }));
  } else if (look === 1) {
    await lookAgain(deps, search);
  } else {
    await askAgain(deps, search);
  }
}

async function lookAgain(deps: Deps, search: Search): Promise<void> {
  await deps.storage.transaction((tables) =>
    tables.jobs.enqueue({
      name: 'find-room',
      lane: search.roomKey,
      payload: { ...search, look: 2 },
      runAt: deps.clock.now() + SECOND_LOOK_MS,
    }),
  );
}

/** The room was not made. Once it is asked for again; a second time without an answer is the end. */
async function askAgain(deps: Deps, { roomKey, reply, lastTry = false }: Search): Promise<void> {
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
