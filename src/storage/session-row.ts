import type { Selectable } from 'kysely';
import type { Participant, Session } from '../domain/session.ts';
import type { SessionsTable } from './schema.ts';

export type SessionRow = Selectable<SessionsTable>;

/** Of these a session is made. */
export const SESSION_COLUMNS = [
  'session_id',
  'provider',
  'room_key',
  'provider_room_id',
  'started_at',
  'ended_at',
  'participants',
  'empty_since',
  'look_since',
] as const;

export function toSession(row: Pick<SessionRow, (typeof SESSION_COLUMNS)[number]>): Session {
  return {
    sessionId: row.session_id,
    provider: row.provider,
    roomKey: row.room_key,
    providerRoomId: row.provider_room_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    participants: JSON.parse(row.participants) as Participant[],
    emptySince: row.empty_since,
    lookSince: row.look_since,
  };
}
