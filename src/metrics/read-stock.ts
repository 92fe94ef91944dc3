import type { Database } from '../database/database.ts';
import type { Stock } from './stock-gauges.ts';

/** What lies in the database now; undefined while it can't be reached. */
export async function readStock(
  { storage, queue }: Database,
  roomLimits: Stock['roomLimits'],
): Promise<Stock | undefined> {
  try {
    const rooms = storage.transaction((tables) => tables.rooms.countAllLive());
    const [jobs, live] = await Promise.all([queue.depths(), rooms]);
    return { jobs, rooms: live, roomLimits };
  } catch {
    return undefined;
  }
}
