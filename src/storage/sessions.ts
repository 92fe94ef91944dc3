import type { Transaction } from 'kysely';
import type { Session } from '../domain/session.ts';
import type { Sessions } from '../usecases/ports/sessions.ts';
import { overdueSessions } from './overdue-sessions.ts';
import { prepared } from './prepared.ts';
import type { Schema } from './schema.ts';
import { SESSION_COLUMNS, type SessionRow, toSession } from './session-row.ts';

/** The update, even when it changes nothing, is what locks the row. */
const insertOrLock = prepared((tx: Transaction<Schema>, row: SessionRow) =>
  tx
    .insertInto('sessions')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('session_id').doUpdateSet((e) => ({
        provider_room_id: e.fn.coalesce('sessions.provider_room_id', 'excluded.provider_room_id'),
        started_at: e.fn.coalesce('excluded.started_at', 'sessions.started_at'),
      })),
    )
    .returning(SESSION_COLUMNS),
);

export function sessionsTable(tx: Transaction<Schema>): Sessions {
  const find = async (sessionId: string): Promise<Session | undefined> => {
    const row = await tx
      .selectFrom('sessions')
      .selectAll()
      .where('session_id', '=', sessionId)
      .executeTakeFirst();
    return row === undefined ? undefined : toSession(row);
  };

  return {
    find,
    async lock(sessionId) {
      const row = await tx
        .updateTable('sessions')
        .set((e) => ({ session_id: e.ref('session_id') }))
        .where('session_id', '=', sessionId)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : toSession(row);
    },
    async touch({ provider, sessionId, providerRoomId, roomKey = null, startedAt = null }, now) {
      const { rows } = await insertOrLock(tx, {
        ...EMPTY,
        session_id: sessionId,
        provider,
        room_key: roomKey,
        provider_room_id: providerRoomId,
        started_at: startedAt,
        created_at: now,
      });
      const [row] = rows;
      if (row === undefined) throw new Error('A session was neither made nor found');
      return toSession(row);
    },
    async claim(sessionId, roomKey) {
      const result = await tx
        .updateTable('sessions')
        .set({ room_key: roomKey })
        .where('session_id', '=', sessionId)
        .where('room_key', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async unclaimedOf(provider, providerRoomId) {
      const rows = await tx
        .selectFrom('sessions')
        .selectAll()
        .where('provider_room_id', '=', providerRoomId)
        .where('room_key', 'is', null)
        .where('provider', '=', provider)
        .execute();
      return rows.map(toSession);
    },
    async end(sessionId, endedAt) {
      const result = await tx
        .updateTable('sessions')
        .set({ ended_at: endedAt, participants: '[]', empty_since: null })
        .where('session_id', '=', sessionId)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async setParticipants(sessionId, participants, emptySince) {
      await tx
        .updateTable('sessions')
        .set({ participants: JSON.stringify(participants), empty_since: emptySince })
        .where('session_id', '=', sessionId)
        .where('ended_at', 'is', null)
        .execute();
    },
    async openIn(roomKey) {
      const rows = await tx
        .selectFrom('sessions')
        .selectAll()
        .where('room_key', '=', roomKey)
        .where('ended_at', 'is', null)
        .execute();
      return rows.map(toSession);
    },
    async lastEndIn(roomKey) {
      const row = await tx
        .selectFrom('sessions')
        .select((e) => e.fn.max('ended_at').as('endedAt'))
        .where('room_key', '=', roomKey)
        .executeTakeFirst();
      return row?.endedAt ?? null;
    },
    overdue: async (of, limit) => (await overdueSessions(tx, of, limit)).map(toSession),
    async lookFrom(sessionId, now, first) {
      await tx
        .updateTable('sessions')
        .set({ look_since: now, look_at: first })
        .where('session_id', '=', sessionId)
        .execute();
    },
    async lookAgain(sessionId, at) {
      await tx.updateTable('sessions').set({ look_at: at }).where('session_id', '=', sessionId).execute();
    },
    async toLookAt(now, limit) {
      const rows = await tx
        .selectFrom('sessions')
        .select('session_id')
        .where('look_at', '<=', now)
        .where('room_key', 'is not', null)
        .orderBy('look_at')
        .limit(limit)
        .execute();
      return rows.map((row) => row.session_id);
    },
  };
}

const EMPTY = {
  ended_at: null,
  participants: '[]',
  empty_since: null,
  look_since: null,
  look_at: null,
};
