import type { MadeRoom } from '../ledger.ts';
import type { Store } from '../store.ts';
import { until } from '../until.ts';
import type { Closing } from './provider.ts';

/** After its last session, or after Close, a room is open for ten minutes. */
const MORE_THAN_THAT_MS = 11 * 60_000;

/** Eleven minutes go by in a room that nobody is in, and the app closes it. */
export async function closeByClock({ roomKey, title }: MadeRoom, store: Store): Promise<void> {
  const inRoom = `where room_key = '${roomKey}'`;
  await until(`the end of what goes on in ${title}`, async () => {
    const open = await store.sql(`select session_id from sessions ${inRoom} and ended_at is null`);
    return open.length === 0 || undefined;
  });
  await store.sql(`update sessions set ended_at = ended_at - ${MORE_THAN_THAT_MS} ${inRoom}`);
  for (const table of ['video_rooms', 'rooms']) {
    await store.sql(`update ${table} set expires_at = expires_at - ${MORE_THAN_THAT_MS} ${inRoom}`);
  }
  await until(`the end of the room of ${title}`, async () => {
    const closed = await store.sql(`select room_key from rooms ${inRoom} and state = 'expired'`);
    return closed.length === 1 || undefined;
  });
}

export async function closingOfRow(roomId: string, store: Store): Promise<Closing | undefined> {
  const [row] = await store.sql<{ expires_at: number; closes_after_session: number; long_term: number }>(
    `select expires_at, closes_after_session, long_term from video_rooms where provider_room_id = '${roomId}'`,
  );
  if (row?.long_term !== 1) return undefined;
  return { expiresAt: row.expires_at, closesAfterSession: row.closes_after_session === 1 };
}
