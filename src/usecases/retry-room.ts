import type { StorableAnswer } from '../domain/answer.ts';
import { foldTitle, type Room } from '../domain/room.ts';
import { answerLater, promiseAnswer } from './answer.ts';
import { findRoomLimit } from './find-room-limit.ts';
import type { ReplyTo } from './job-payloads.ts';
import { makingRoom } from './making-room.ts';
import { offerRoom } from './offer-room.ts';
import type { Tables } from './ports/storage.ts';
import { requestOf } from './request-of.ts';

export interface Retry {
  readonly roomKey: string;
  readonly reply: ReplyTo;
  readonly now: number;
  readonly maxRoomsPerTeam: number;
}

/** "Try again" under a room that could not be made: the same room is tried once more, by whoever asked for it, once per click. */
export async function retryRoom(tables: Tables, retry: Retry): Promise<void> {
  const { roomKey, reply, now } = retry;
  if (!(await tables.inbox.accept(reply.requestKey, 'retry-room', now))) return;
  const room = await tables.rooms.find(roomKey);
  if (room === undefined || room.teamId !== reply.teamId || room.madeBy !== reply.userId) {
    return answerLater(tables, reply, { kind: 'room-unknown' });
  }
  // Pressed once more than needed: the press before is being answered, or has been.
  if (room.state === 'making') return;
  if (room.state === 'open') return answerReadyAgain(tables, retry);
  await answerLater(tables, reply, await startAgain(tables, room, retry));
}

async function answerReadyAgain(tables: Tables, { roomKey, reply, now }: Retry): Promise<void> {
  await tables.jobs.enqueue({ name: 'answer-room-ready', payload: { roomKey, reply } });
  await promiseAnswer(tables, reply, now);
}

async function startAgain(tables: Tables, room: Room, retry: Retry): Promise<StorableAnswer> {
  const { roomKey, teamId, channelId, title } = room;
  const live = await tables.rooms.findLive({ teamId, channelId, foldedTitle: foldTitle(title) });
  if (live !== undefined) return offerRoom(live, requestOf(room), room.threadTs);
  const limit = await findRoomLimit(tables, retry);
  if (limit !== undefined) return limit;
  if (!(await tables.rooms.retry(roomKey, retry.reply.userId, retry.now)))
    return { kind: 'room-closed', title };

  await tables.jobs.enqueue({
    name: 'create-room',
    lane: roomKey,
    payload: { roomKey, reply: retry.reply },
  });
  await promiseAnswer(tables, retry.reply, retry.now);
  return makingRoom(tables, room);
}
