import type { StorableAnswer } from '../domain/answer.ts';
import type { Room } from '../domain/room.ts';
import type { Deps } from './deps.ts';
import type { ReplyTo } from './job-payloads.ts';
import { verdictOn } from './may.ts';

export type ChangeableRoom =
  | { readonly room: Room; readonly providerRoomId: string }
  | { readonly refusal: StorableAnswer };

/** An open room that this person may change, or what they are told instead. */
export async function findChangeableRoom(
  deps: Deps,
  roomKey: string,
  reply: ReplyTo,
): Promise<ChangeableRoom> {
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room === undefined || room.teamId !== reply.teamId) return { refusal: { kind: 'room-unknown' } };
  const { title, hostUserId, state, providerRoomId } = room;
  if (!(await verdictOn(deps, { action: 'change-room', room, reply })).allowed) {
    return { refusal: { kind: 'change-refused', title, hostUserId } };
  }
  if (state !== 'open' || providerRoomId === null) return { refusal: { kind: 'room-closed', title } };
  return { room, providerRoomId };
}
