import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** What is known about callbacks from the traces they leave. Times are epoch milliseconds. */
export interface CallbackTrace {
  /** When the last one came that is still remembered; null: none is. */
  readonly lastAt: number | null;
  /** Rooms made at the provider since then: they are what callbacks tell of. */
  readonly roomsMade: number;
  /** Has any told since then that somebody came, or that a session began or ended? */
  readonly tellsOfSessions: boolean;
  /** Recordings heard of since then: somebody must have been in. */
  readonly recordings: number;
}

/** Of callbacks that tell of sessions and who is in them. */
const SESSION_KEYS = ['session-started:%', 'session-ended:%', 'connection:%'];

export async function callbackTrace(tx: Transaction<Schema>, since: number): Promise<CallbackTrace> {
  const last = await tx
    .selectFrom('inbox')
    .select('accepted_at as at')
    .where('kind', '=', 'callback')
    .orderBy('accepted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { rooms } = await tx
    .selectFrom('rooms')
    .select((e) => e.fn.countAll<number>().as('rooms'))
    .where('created_at', '>=', since)
    .where('provider_room_id', 'is not', null)
    .executeTakeFirstOrThrow();
  const told = await tx
    .selectFrom('inbox')
    .select('key')
    .where('kind', '=', 'callback')
    .where('accepted_at', '>=', since)
    .where((e) => e.or(SESSION_KEYS.map((keys) => e('key', 'like', keys))))
    .limit(1)
    .executeTakeFirst();
  const { recordings } = await tx
    .selectFrom('recordings')
    .select((e) => e.fn.countAll<number>().as('recordings'))
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow();
  return { lastAt: last?.at ?? null, roomsMade: rooms, tellsOfSessions: told !== undefined, recordings };
}
