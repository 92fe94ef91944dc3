import type { Room } from '../domain/room.ts';
import { type InSession, type OpenSession, type RoomNow, roomNow, sessionNow } from '../domain/room-now.ts';
import type { Session } from '../domain/session.ts';
import type { Tables } from './ports/storage.ts';

type Stored = Pick<Tables, 'sessions' | 'recordings'>;

/** What goes on in a room, by what is stored of it. */
export async function readRoomNow(
  tables: Stored,
  { roomKey, state }: Pick<Room, 'roomKey' | 'state'>,
): Promise<RoomNow> {
  if (state === 'expired') return roomNow({ state, sessions: [], lastEndedAt: null });
  const sessions = await readOpen(tables, roomKey);
  return roomNow({ state, sessions, lastEndedAt: await tables.sessions.lastEndIn(roomKey) });
}

/** Who is in an open room; null: nobody. */
export async function readSessionNow(tables: Stored, roomKey: string): Promise<InSession | null> {
  return sessionNow(await readOpen(tables, roomKey));
}

async function readOpen(tables: Stored, roomKey: string): Promise<readonly OpenSession[]> {
  const sessions: OpenSession[] = [];
  for (const session of await tables.sessions.openIn(roomKey)) {
    sessions.push({ ...session, isRecorded: await isRecorded(tables, session) });
  }
  return sessions;
}

async function isRecorded({ recordings }: Stored, { sessionId }: Session): Promise<boolean> {
  return (await recordings.ofSession(sessionId)).some(({ state }) => state === 'started');
}
