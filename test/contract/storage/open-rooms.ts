import type { Rooms } from '../../../src/usecases/ports/rooms.ts';
import type { OpenStorage } from '../../support/open-store.ts';

/** Each `rooms(work)` is a transaction of its own. */
export async function openRooms(open: OpenStorage) {
  const { storage } = await open();
  const rooms = <T>(work: (rooms: Rooms) => Promise<T>) =>
    storage.transaction((tables) => work(tables.rooms));
  return { storage, rooms };
}
