import type { Answer } from '../domain/answer.ts';
import type { Room } from '../domain/room.ts';
import { NotFoundError } from '../errors.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import { verdictOn } from './may.ts';

/**
 * Gives the host a fresh host link. Anyone else who asked is told who the host is; anyone else who only pressed Join
 * (`onJoin`) hears nothing: they are on their way as a guest.
 */
export async function shareHostLink(
  deps: Deps,
  { roomKey, reply, onJoin }: JobPayloads['share-host-link'],
): Promise<undefined> {
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room === undefined || room.teamId !== reply.teamId) {
    await answer(deps, reply, { kind: 'room-unknown' });
    return;
  }
  const { title, hostUserId } = room;
  if ((await verdictOn(deps, { action: 'get-host-link', room, reply })).allowed) {
    await answer(deps, reply, await hostLink(deps, room));
  } else if (!onJoin) {
    await answer(deps, reply, { kind: 'not-host', title, hostUserId });
  }
}

async function hostLink(deps: Deps, room: Room): Promise<Answer> {
  const { roomKey, title, state, provider, providerRoomId } = room;
  if (state !== 'open' || providerRoomId === null) return { kind: 'room-closed', title };
  try {
    const { hostUrl } = await deps.meetingsOf(provider).getRoom(providerRoomId);
    return { kind: 'host-link', title, roomKey, hostUrl };
  } catch (error) {
    if (error instanceof NotFoundError) return { kind: 'room-closed', title };
    throw error;
  }
}
