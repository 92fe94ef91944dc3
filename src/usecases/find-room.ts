import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import { roomMade } from './room-made.ts';

/** How long after the first look comes the second, before the room is asked for again. */
const SECOND_LOOK_MS = 60_000;

/** An unanswered create may have worked: looks for our key among the provider's rooms, twice, before asking anew. */
export async function findRoom(
  deps: Deps,
  { roomKey, look, reply }: JobPayloads['find-room'],
): Promise<undefined> {
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room?.state !== 'making') return;
  const made = await deps.meetings.findRoom(roomKey);
  await deps.storage.transaction(async (tables) => {
    if (made !== undefined) {
      await roomMade(tables, { room, made, reply });
    } else if (look === 1) {
      const payload = { roomKey, look: 2, reply } as const;
      await tables.jobs.enqueue({
        name: 'find-room',
        lane: roomKey,
        payload,
        runAt: deps.clock.now() + SECOND_LOOK_MS,
      });
    } else {
      await tables.rooms.forgetCreate(roomKey);
      await tables.jobs.enqueue({ name: 'create-room', lane: roomKey, payload: { roomKey, reply } });
    }
  });
  deps.log.info(
    { roomKey, look, found: made !== undefined },
    'looked for a room whose creation got no answer',
  );
}
