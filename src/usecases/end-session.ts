import { lookForRecordings } from './look-for-recordings.ts';
import type { Tables } from './ports.ts';

/** A session is over, so its recordings are due. A second end changes nothing, but they are looked for anew. */
export async function endSession(
  tables: Tables,
  { sessionId, endedAt, now }: { readonly sessionId: string; readonly endedAt: number; readonly now: number },
): Promise<void> {
  await tables.sessions.end(sessionId, endedAt);
  await lookForRecordings(tables, sessionId, now);
}
