import type { Transaction } from 'kysely';
import type { Retention } from '../usecases/ports.ts';
import type { Schema } from './schema.ts';

const DAY_MS = 24 * 60 * 60_000;

/** How long things are kept, in milliseconds. Source: design, "Inbox" and "Security". */
const KEPT_MS = {
  inbox: 7 * DAY_MS,
  unclaimed: 7 * DAY_MS,
  names: 1 * DAY_MS,
  pauses: 1 * DAY_MS,
} as const;

/** Rows of a table changed in one go, so that a sweep never holds the database for long. */
const BATCH = 500;

export function retention(tx: Transaction<Schema>): Retention {
  return {
    async purge(now) {
      await purgeInbox(tx, now - KEPT_MS.inbox);
      await purgeUnclaimed(tx, now - KEPT_MS.unclaimed);
      await forgetNames(tx, now - KEPT_MS.names);
      await purgePauses(tx, now - KEPT_MS.pauses);
    },
  };
}

async function purgeInbox(tx: Transaction<Schema>, before: number): Promise<void> {
  const old = tx.selectFrom('inbox').select('key').where('accepted_at', '<', before).limit(BATCH);
  await tx.deleteFrom('inbox').where('key', 'in', old).execute();
}

/** Recordings and sessions that no room of ours ever claimed. */
async function purgeUnclaimed(tx: Transaction<Schema>, before: number): Promise<void> {
  const recordings = tx
    .selectFrom('recordings')
    .select('recording_id')
    .where('room_key', 'is', null)
    .where('created_at', '<', before)
    .limit(BATCH);
  await tx.deleteFrom('recordings').where('recording_id', 'in', recordings).execute();
  const sessions = tx
    .selectFrom('sessions')
    .select('session_id')
    .where('room_key', 'is', null)
    .where('created_at', '<', before)
    .limit(BATCH);
  await tx.deleteFrom('sessions').where('session_id', 'in', sessions).execute();
}

/** Participants of a session whose end was never told; the end itself clears them. */
async function forgetNames(tx: Transaction<Schema>, before: number): Promise<void> {
  const old = tx
    .selectFrom('sessions')
    .select('session_id')
    .where('participants', '<>', '[]')
    .where('created_at', '<', before)
    .limit(BATCH);
  await tx.updateTable('sessions').set({ participants: '[]' }).where('session_id', 'in', old).execute();
}

async function purgePauses(tx: Transaction<Schema>, before: number): Promise<void> {
  const old = tx.selectFrom('pauses').select('key').where('until', '<', before).limit(BATCH);
  await tx.deleteFrom('pauses').where('key', 'in', old).execute();
}
