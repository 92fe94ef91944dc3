import { announceRecordingLater } from './announce-later.ts';
import type { Tables } from './ports/storage.ts';

/** A session's room has become known: the recordings that waited for it can be announced. Only the first claim counts. */
export async function claimSession(tables: Tables, sessionId: string, roomKey: string): Promise<void> {
  if (!(await tables.sessions.claim(sessionId, roomKey))) return;
  for (const recordingId of await tables.recordings.claimOfSession(sessionId, roomKey)) {
    await announceRecordingLater(tables, recordingId);
  }
}
