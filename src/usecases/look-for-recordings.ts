import { firstLook } from '../domain/look-schedule.ts';
import type { Tables } from './ports/storage.ts';

/** Something of a session has ended: in a while its recordings are looked for at the provider. */
export function lookForRecordings(tables: Tables, sessionId: string, now: number): Promise<void> {
  return tables.sessions.lookFrom(sessionId, now, firstLook(now));
}
