import type { Room } from '../domain/room.ts';
import type { Deps } from './deps.ts';
import type { ReplyTo } from './job-payloads.ts';
import { failRoom } from './room-not-made.ts';

/** Longer than making a room takes at worst, with looking for it twice and asking for it twice. */
const GIVE_UP_MS = 60 * 60_000;
/** Rooms given up at a time; the rest a minute later. */
const BATCH = 100;

/** Rooms that nobody makes any more, since their job was buried or dropped: their hosts hear so, their titles are free. */
export async function giveUpRooms(
  { storage, log }: Pick<Deps, 'storage' | 'log'>,
  now: number,
): Promise<void> {
  const stuck = await storage.transaction(async (tables) => {
    const rooms = await tables.rooms.stuck(now - GIVE_UP_MS, BATCH);
    for (const room of rooms) {
      await failRoom(tables, { room, reply: toHost(room) }, { code: 'room_stuck', ref: refOf(room) });
    }
    return rooms;
  });
  for (const room of stuck) {
    const { roomKey, teamId } = room;
    log.warn({ roomKey, teamId, code: 'room_stuck', ref: refOf(room) }, 'a room was not made within an hour');
  }
}

const refOf = ({ roomKey }: Room): string => roomKey.slice(0, 4);

function toHost({ teamId, hostUserId: userId, channelId, roomKey }: Room): ReplyTo {
  return { teamId, userId, channelId, responseUrl: null, replaces: false, requestKey: `room:${roomKey}` };
}
