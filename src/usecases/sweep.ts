import { closeRoom } from './close-room.ts';
import type { Deps } from './deps.ts';
import { endSession } from './end-session.ts';
import { giveUpRooms } from './give-up-rooms.ts';
import { keptByEach } from './kept.ts';
import type { Meetings } from './ports/meetings.ts';
import type { OverdueSessions } from './ports/sessions.ts';
import type { Storage, Tables } from './ports/storage.ts';
import { remindHostsLater } from './remind-later.ts';

const EVERY_MS = 60_000;
/** Rooms closed, or sessions ended, in one sweep; the rest a minute later. */
const BATCH = 100;
/** Sessions whose recordings are looked for at the provider after one sweep. */
const LOOKS = 500;
/** A `response_url` is worthless after 30 minutes, but still a secret. Source: Slack, "Responding to interactions". */
const RESPONSE_URL_MS = 30 * 60_000;

type SweepDeps = Pick<Deps, 'storage' | 'clock' | 'log' | 'providers'> & {
  readonly meetingsOf: (provider: string) => Pick<Meetings, 'storage' | 'sessionEndsAfterMs'>;
};

/** Housekeeping, once a minute: what is over or due by the clock, and what has been kept long enough. */
export async function sweep(deps: SweepDeps): Promise<undefined> {
  const { storage } = deps;
  const now = deps.clock.now();
  await storage.transaction((tables) =>
    tables.jobs.enqueue({ name: 'sweep', lane: 'sweep', payload: {}, runAt: now + EVERY_MS }),
  );
  for (const provider of deps.providers) {
    const emptySince = now - deps.meetingsOf(provider).sessionEndsAfterMs;
    await storage.transaction((tables) => endSessions(tables, { provider, emptySince, now }));
  }
  await storage.transaction((tables) => closeRooms(tables, now));
  await storage.transaction((tables) => lookAtSessions(tables, now));
  await storage.transaction((tables) => remindHostsLater(tables, now, keptByEach(deps)));
  await giveUpRooms(deps, now);
  await repeat(storage, (tables) => tables.retention.purge(now));
  await repeat(storage, (tables) => tables.jobs.forgetResponseUrls(now - RESPONSE_URL_MS));
  await repeat(storage, (tables) => tables.retention.compact());
}

/** Until there is no more, each time in a transaction of its own: others come in between. */
async function repeat(storage: Storage, work: (tables: Tables) => Promise<boolean>): Promise<void> {
  while (await storage.transaction(work));
}

async function endSessions(tables: Tables, of: OverdueSessions): Promise<void> {
  for (const { sessionId, roomKey, emptySince } of await tables.sessions.overdue(of, BATCH)) {
    // Somebody may have come in meanwhile.
    if ((await tables.sessions.lock(sessionId))?.emptySince !== emptySince) continue;
    const endedAt = emptySince ?? of.now;
    await endSession(tables, { sessionId, roomKey, endedAt, now: of.now });
  }
}

async function closeRooms(tables: Tables, now: number): Promise<void> {
  for (const { roomKey } of await tables.rooms.overdue(now, BATCH)) await closeRoom(tables, roomKey, now);
}

async function lookAtSessions(tables: Tables, now: number): Promise<void> {
  for (const sessionId of await tables.sessions.toLookAt(now, LOOKS)) {
    await tables.jobs.enqueue({ name: 'reconcile-session', lane: sessionId, payload: { sessionId } });
  }
}
