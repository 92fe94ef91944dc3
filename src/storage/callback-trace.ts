import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** What is known about callbacks from the traces they leave. Times are epoch milliseconds. */
export interface CallbackTrace {
  /** When the last one came that is still remembered; null: none is. */
  readonly lastAt: number | null;
  /** Rooms made at the provider since then: they are what callbacks tell of. */
  readonly roomsMade: number;
}

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
  return { lastAt: last?.at ?? null, roomsMade: rooms };
}
