import { sql, type Transaction } from 'kysely';
import type { Retention } from '../usecases/ports.ts';
import type { Schema } from './schema.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long things are kept, in milliseconds. Source: design, "Inbox" and "Security". */
const KEPT_MS = {
  inbox: 7 * DAY_MS,
  unclaimed: 7 * DAY_MS,
  names: 1 * DAY_MS,
  responseUrl: 30 * MINUTE_MS,
} as const;

/** Rows removed in one go, so that a sweep never holds the database for long. */
const BATCH = 500;

export function retention(tx: Transaction<Schema>): Retention {
  return {
    async purge(now) {
      await purgeInbox(tx, now - KEPT_MS.inbox);
      await purgeUnclaimed(tx, now - KEPT_MS.unclaimed);
      await forgetNames(tx, now - KEPT_MS.names);
      await blankResponseUrls(tx, now - KEPT_MS.responseUrl);
      await tx
        .deleteFrom('pauses')
        .where('until', '<', now - DAY_MS)
        .execute();
    },
  };
}

async function purgeInbox(tx: Transaction<Schema>, before: number): Promise<void> {
  const old = tx.selectFrom('inbox').select('key').where('accepted_at', '<', before).limit(BATCH);
  await tx.deleteFrom('inbox').where('key', 'in', old).execute();
}

/** Recordings and sessions that no room of ours ever claimed. */
async function purgeUnclaimed(tx: Transaction<Schema>, before: number): Promise<void> {
  await tx.deleteFrom('recordings').where('room_key', 'is', null).where('created_at', '<', before).execute();
  await tx.deleteFrom('sessions').where('room_key', 'is', null).where('created_at', '<', before).execute();
}

/** Participants of a session whose end was never told; the end itself clears them. */
async function forgetNames(tx: Transaction<Schema>, before: number): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ participants: '[]' })
    .where('participants', '<>', '[]')
    .where('created_at', '<', before)
    .execute();
}

/** A `response_url` is worthless, but still a secret, 30 minutes after the click. */
async function blankResponseUrls(tx: Transaction<Schema>, before: number): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ payload: sql<string>`json_set(payload, '$.reply.responseUrl', null)` })
    .where('created_at', '<', before)
    .where('payload', 'like', '%"responseUrl":"%')
    .execute();
}
