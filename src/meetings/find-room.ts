import type { RoomSearch } from '../usecases/ports/meetings.ts';
import type { MeetingsClient } from './client.ts';
import type { RoomsPage } from './schema.ts';

/** Holds the 1,000 rooms an application may have, even if the service gives only its default of 20 a page. */
const MAX_PAGES = 60;

/**
 * Looks through the application's rooms, from serial number `from` on, for the one that carries our key. They are listed
 * in the order they were made, closed ones too, so the list only ever grows at its end.
 */
export async function findRoom(
  client: MeetingsClient,
  roomKey: string,
  from: number | null,
): Promise<RoomSearch> {
  let reached = from;
  let seen = 0;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await client.listRooms(reached);
    const room = page.rooms.find((candidate) => candidate.roomKey === roomKey);
    seen += page.size;
    const next = nextStart(page, reached);
    if (room !== undefined) return { room, reached: next ?? reached, isComplete: true };

    // The last page has a `next` link too.
    const isLast = next === null || (page.totalItems !== null && seen >= page.totalItems);
    reached = next ?? reached;
    if (isLast) return { room: undefined, reached, isComplete: true };
  }
  return { room: undefined, reached, isComplete: false };
}

/** Null where the list ends: at a page without rooms, whatever its link says, or at a start that does not advance. */
function nextStart({ size, nextStartId }: RoomsPage, start: number | null): number | null {
  if (size === 0 || nextStartId === null) return null;
  return nextStartId > (start ?? -1) ? nextStartId : null;
}
