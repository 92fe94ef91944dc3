import type { Selectable, Transaction } from 'kysely';
import type { OverdueSessions } from '../usecases/ports/sessions.ts';
import type { Schema, SessionsTable } from './schema.ts';

/** A session that began this long ago and has no end is over: its end would have been told within a day, if at all. */
const LONGEST_MS = 24 * 60 * 60_000;

/** Sessions whose end nobody told although it must have come; the oldest first. */
export function overdueSessions(
  tx: Transaction<Schema>,
  { provider, emptySince, now }: OverdueSessions,
  limit: number,
): Promise<Selectable<SessionsTable>[]> {
  return tx
    .selectFrom('sessions')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('provider', '=', provider)
    .where((session) =>
      session.or([session('empty_since', '<=', emptySince), session('created_at', '<=', now - LONGEST_MS)]),
    )
    .orderBy('created_at')
    .orderBy('session_id')
    .limit(limit)
    .execute();
}
