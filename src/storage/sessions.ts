import type { Selectable, Transaction } from 'kysely';
import type { Participant, Session } from '../domain/session.ts';
import type { Sessions } from '../usecases/ports.ts';
import type { Schema, SessionsTable } from './schema.ts';

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
    async touch(provider, sessionId, providerRoomId, now) {
      // The update, even when it changes nothing, is what locks the row.
      const row = await tx
        .insertInto('sessions')
        .values({
          ...EMPTY,
          session_id: sessionId,
          provider,
          provider_room_id: providerRoomId,
          created_at: now,
        })
        .onConflict((conflict) =>
          conflict.column('session_id').doUpdateSet((e) => ({
            provider_room_id: e.fn.coalesce('sessions.provider_room_id', 'excluded.provider_room_id'),
          })),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
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
    async start(sessionId, startedAt) {
      await tx
        .updateTable('sessions')
        .set({ started_at: startedAt })
        .where('session_id', '=', sessionId)
        .execute();
    },
    async end(sessionId, endedAt) {
      const result = await tx
        .updateTable('sessions')
        .set({ ended_at: endedAt, participants: '[]' })
        .where('session_id', '=', sessionId)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async setParticipants(sessionId, participants) {
      await tx
        .updateTable('sessions')
        .set({ participants: JSON.stringify(participants) })
        .where('session_id', '=', sessionId)
        .where('ended_at', 'is', null)
        .execute();
    },
  };
}

const EMPTY = { room_key: null, started_at: null, ended_at: null, participants: '[]' };

function toSession(row: Selectable<SessionsTable>): Session {
  return {
    sessionId: row.session_id,
    provider: row.provider,
    roomKey: row.room_key,
    providerRoomId: row.provider_room_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    participants: JSON.parse(row.participants) as Participant[],
  };
}
