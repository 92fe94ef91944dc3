import type { StorableAnswer } from '../domain/answer.ts';
import type { RoomRequest } from '../domain/command.ts';
import { resolveClosing } from '../domain/resolve-closing.ts';
import type { Closing, Room } from '../domain/room.ts';
import type { Tables } from './ports/storage.ts';
import { type RoomAsk, requestRoom } from './request-room.ts';

/** How long a room is open whose first date nobody can read any more. */
const SOME_DAYS_MS = 7 * 24 * 60 * 60_000;

/** A click on Open again, and what any wish for a room needs. */
export interface Reopening
  extends Omit<RoomAsk, 'request' | 'channelId' | 'direct' | 'threadTs' | 'another'> {
  readonly roomKey: string;
}

/**
 * Asks for a new room with the settings of one that has closed, in the place that one was in. Whoever asks is its host,
 * and everything holds that holds for `/meet`. Undefined when this very click has been accepted before.
 */
export async function openAgain(tables: Tables, reopening: Reopening): Promise<StorableAnswer | undefined> {
  const { roomKey, reply, now, ...ask } = reopening;
  const room = await tables.rooms.find(roomKey);
  if (room === undefined || room.teamId !== reply.teamId) return { kind: 'room-unknown' };
  return requestRoom(tables, {
    ...ask,
    now,
    request: sameAgain(room, now),
    // Between people the card stands in the host's direct messages. Else it is read outside its channel as well: whether
    // the person is in there will be looked at.
    reply: { ...reply, channelId: room.direct ? room.channelId : '' },
    channelId: room.channelId,
    direct: room.direct,
    threadTs: room.threadTs,
    another: false,
  });
}

function sameAgain(room: Room, now: number): RoomRequest {
  const { title, recording, hostOnly, joinApproval, closes } = room;
  return { title, recording, hostOnly, joinApproval, closes: closes && closesAgain(room, closes, now) };
}

/** The date as it was typed, if it is still ahead ("Friday 18:00"); else the room is open for as long as that one was to be. */
export function closesAgain(
  room: Pick<Room, 'title' | 'recording' | 'hostOnly' | 'joinApproval' | 'timeZone' | 'locale' | 'createdAt'>,
  closes: Closing,
  now: number,
): Closing {
  if (closes.kind === 'after') return closes;
  const at = (moment: number) =>
    resolveClosing(
      { ...room, closes },
      { now: moment, timeZone: room.timeZone, locale: room.locale, names: { meet: '' } },
    );
  if (at(now).kind === 'at') return closes;
  const before = at(room.createdAt);
  return { kind: 'after', durationMs: before.kind === 'at' ? before.at - room.createdAt : SOME_DAYS_MS };
}
