import type { DeleteResult, Transaction } from 'kysely';
import type { Retention } from '../usecases/ports/retention.ts';
import type { Schema } from './schema.ts';

const DAY_MS = 24 * 60 * 60_000;

/** How long things are kept, in milliseconds. Source: design, "Inbox" and "Security". */
const KEPT_MS = {
  inbox: 7 * DAY_MS,
  unclaimed: 7 * DAY_MS,
  names: 1 * DAY_MS,
  pauses: 1 * DAY_MS,
  videoRooms: 7 * DAY_MS,
} as const;

/** Rows of a table changed in one go, so that a sweep never holds the database for long. */
const BATCH = 500;

export function retention(tx: Transaction<Schema>, giveBackSpace: () => boolean): Retention {
  return {
    async purge(now) {
      const changed = [
        await purgeInbox(tx, now - KEPT_MS.inbox),
        await purgeRecordings(tx, now - KEPT_MS.unclaimed),
        await purgeSessions(tx, now - KEPT_MS.unclaimed),
        await forgetNames(tx, now - KEPT_MS.names),
        await purgePauses(tx, now - KEPT_MS.pauses),
        await purgeVideoRooms(tx, now - KEPT_MS.videoRooms),
      ];
      return changed.some((rows) => rows >= BATCH);
    },
    compact: async () => giveBackSpace(),
  };
}

async function purgeInbox(tx: Transaction<Schema>, before: number): Promise<number> {
  const old = tx.selectFrom('inbox').select('key').where('accepted_at', '<', before).limit(BATCH);
  return deleted(await tx.deleteFrom('inbox').where('key', 'in', old).executeTakeFirst());
}

/** Those that no room of ours ever claimed. */
async function purgeRecordings(tx: Transaction<Schema>, before: number): Promise<number> {
  const old = tx
    .selectFrom('recordings')
    .select('recording_id')
    .where('room_key', 'is', null)
    .where('created_at', '<', before)
    .limit(BATCH);
  return deleted(await tx.deleteFrom('recordings').where('recording_id', 'in', old).executeTakeFirst());
}

/** As for recordings. */
async function purgeSessions(tx: Transaction<Schema>, before: number): Promise<number> {
  const old = tx
    .selectFrom('sessions')
    .select('session_id')
    .where('room_key', 'is', null)
    .where('created_at', '<', before)
    .limit(BATCH);
  return deleted(await tx.deleteFrom('sessions').where('session_id', 'in', old).executeTakeFirst());
}

/** Participants of a session whose end was never told; the end itself clears them. */
async function forgetNames(tx: Transaction<Schema>, before: number): Promise<number> {
  const old = tx
    .selectFrom('sessions')
    .select('session_id')
    .where('participants', '<>', '[]')
    .where('created_at', '<', before)
    .limit(BATCH);
  const forgotten = tx.updateTable('sessions').set({ participants: '[]' }).where('session_id', 'in', old);
  return Number((await forgotten.executeTakeFirst()).numUpdatedRows);
}

async function purgePauses(tx: Transaction<Schema>, before: number): Promise<number> {
  const old = tx.selectFrom('pauses').select('key').where('until', '<', before).limit(BATCH);
  return deleted(await tx.deleteFrom('pauses').where('key', 'in', old).executeTakeFirst());
}

/** Our own half of rooms that are over: so long their links still say that they are closed. */
async function purgeVideoRooms(tx: Transaction<Schema>, before: number): Promise<number> {
  const live = tx.selectFrom('rooms').select('room_key').where('state', 'in', ['making', 'open']);
  const old = tx
    .selectFrom('video_rooms')
    .select('provider_room_id')
    .where('expires_at', '<', before)
    .where('room_key', 'not in', live)
    .limit(BATCH);
  return deleted(await tx.deleteFrom('video_rooms').where('provider_room_id', 'in', old).executeTakeFirst());
}

const deleted = ({ numDeletedRows }: DeleteResult): number => Number(numDeletedRows);
