import { announceRoomLater } from './announce-later.ts';
import type { Deps } from './deps.ts';

const EVERY_MS = 60_000;
/** Rooms closed in one sweep; the rest a minute later. */
const BATCH = 100;

/** Housekeeping, once a minute: rooms whose time is over by the clock, and what has been kept long enough. */
export async function sweep(deps: Deps): Promise<undefined> {
  const now = deps.clock.now();
  await deps.storage.transaction((tables) =>
    tables.jobs.enqueue({ name: 'sweep', lane: 'sweep', payload: {}, runAt: now + EVERY_MS }),
  );
  await deps.storage.transaction(async (tables) => {
    for (const { roomKey } of await tables.rooms.overdue(now, BATCH)) {
      if (await tables.rooms.expire(roomKey)) await announceRoomLater(tables, roomKey);
    }
  });
  await deps.storage.transaction((tables) => tables.retention.purge(now));
}
