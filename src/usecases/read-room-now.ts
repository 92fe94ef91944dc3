import type { Room } from '../domain/room.ts';
import { type OpenSession, type RoomNow, roomNow } from '../domain/room-now.ts';
import type { Session } from '../domain/session.ts';
import type { Tables } from './ports.ts';

/** What goes on in a room, by what is stored of it. */
export async function readRoomNow(
  tables: Pick<Tables, 'sessions' | 'recordings'>,
  { roomKey, state }: Pick<Room, 'roomKey' | 'state'>,
): Promise<RoomNow> {
  if (state === 'expired') return roomNow({ state, sessions: [], lastEndedAt: null });
  const sessions: OpenSession[] = [];
  for (const session of await tables.sessions.openIn(roomKey)) {
    sessions.push({ ...session, isRecorded: await isRecorded(tables, session) });
  }
  return roomNow({ state, sessions, lastEndedAt: await tables.sessions.lastEndIn(roomKey) });
}

async function isRecorded(
  { recordings }: Pick<Tables, 'recordings'>,
  { sessionId }: Session,
): Promise<boolean> {
  return (await recordings.ofSession(sessionId)).some(({ state }) => state === 'started');
}
