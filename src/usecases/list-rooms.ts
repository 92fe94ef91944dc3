import type { Room } from '../domain/room.ts';
import { nextStepAfter } from '../domain/room-failure.ts';
import type { RoomCursor, RoomListPage, RoomRow, UnfinishedRoom } from '../domain/room-list.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import type { ChannelPlace } from './ports/rooms.ts';
import type { Tables } from './ports/storage.ts';
import { readRoomNow } from './read-room-now.ts';

const SHOWN = 10;
/** Of rooms that are being made or could not be. */
const UNFINISHED_SHOWN = 5;
/** So long somebody finds their room that could not be made. */
const FAILED_MS = 24 * 60 * 60_000;

/** Lists the rooms of the channel it was asked in, with what goes on in each, to one person. */
export async function listRooms(deps: Deps, { page, reply }: JobPayloads['list-rooms']): Promise<undefined> {
  const { teamId, channelId, userId } = reply;
  const list = await deps.storage.transaction(async (tables) => {
    const { rooms, ...pages } = await readPage(tables, { teamId, channelId }, page);
    const rows: RoomRow[] = [];
    for (const room of rooms) rows.push(await rowOf(tables, room, userId));
    const asked = { by: userId, since: deps.clock.now() - FAILED_MS };
    const unfinished =
      pages.previous === null
        ? await tables.rooms.unfinished({ teamId, channelId }, asked, UNFINISHED_SHOWN)
        : [];
    return { unfinished: unfinished.map(toUnfinished), rows, ...pages };
  });
  await answer(deps, reply, { kind: 'rooms', ...list });
}

interface RoomsPage {
  readonly rooms: readonly Room[];
  readonly previous: RoomListPage | null;
  readonly next: RoomListPage | null;
}

async function readPage(
  tables: Tables,
  place: ChannelPlace,
  page: RoomListPage | undefined,
): Promise<RoomsPage> {
  const limit = SHOWN + 1;
  const found = await tables.rooms.list(place, { limit, ...page });
  const backwards = page !== undefined && 'before' in page;
  // Back at the beginning the page is a whole one again, also when there is more by now.
  if (backwards && found.length < limit) return readPage(tables, place, undefined);
  const rooms = backwards ? found.slice(-SHOWN) : found.slice(0, SHOWN);
  const [first, last] = [rooms.at(0), rooms.at(-1)];
  const more = backwards || found.length > SHOWN;
  return {
    rooms,
    previous: page !== undefined && first !== undefined ? { before: cursorOf(first) } : null,
    next: more && last !== undefined ? { after: cursorOf(last) } : null,
  };
}

function cursorOf({ state, createdAt, roomKey }: Room): RoomCursor {
  return { isOpen: state === 'open', createdAt, roomKey };
}

function toUnfinished({ roomKey, title, channelId, hostUserId, createdAt, ...room }: Room): UnfinishedRoom {
  const nextStep = room.state === 'failed' ? nextStepAfter(room.failure) : null;
  return { roomKey, title, channelId, hostUserId, createdAt, nextStep };
}

async function rowOf(tables: Tables, room: Room, userId: string): Promise<RoomRow> {
  const { roomKey, title, hostUserId, recording, closes, expiresAt, closesAfterSession, joinUrl } = room;
  return {
    roomKey,
    title,
    hostUserId,
    isHost: hostUserId === userId,
    recording,
    longTerm: closes !== null,
    now: await readRoomNow(tables, room),
    expiresAt,
    closesAfterSession,
    joinUrl,
  };
}
