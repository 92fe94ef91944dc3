import type { MeetingRoom } from '../usecases/ports.ts';
import type { MeetingsClient } from './client.ts';

/** Holds the 1,000 rooms an application may have, even if the service gives only its default of 20 a page. */
const MAX_PAGES = 60;

/**
 * Looks through the application's rooms for the one that carries our key. The last page has a `next` link too, so the
 * end is: an empty page, as many rooms as there are, or a start that does not advance.
 */
export async function findRoom(client: MeetingsClient, roomKey: string): Promise<MeetingRoom | undefined> {
  let startId: number | null = null;
  let seen = 0;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await client.listRooms(startId);
    const room = page.rooms.find((candidate) => candidate.roomKey === roomKey);
    if (room !== undefined) return room;

    seen += page.size;
    const { nextStartId } = page;
    if (page.size === 0 || nextStartId === null || nextStartId <= (startId ?? -1)) return undefined;
    if (page.totalItems !== null && seen >= page.totalItems) return undefined;
    startId = nextStartId;
  }
  return undefined;
}
