import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';

/** Tells whoever asked for the room that it is there; with a host link minted for this answer if they are its host. */
export async function answerRoomReady(
  deps: Deps,
  { roomKey, reply }: JobPayloads['answer-room-ready'],
): Promise<undefined> {
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room?.providerRoomId == null) return;
  const { title, hostUserId, joinUrl } = room;
  if (hostUserId !== reply.userId && joinUrl !== null) {
    return answer(deps, reply, { kind: 'room-ready-for', title, roomKey, hostUserId, joinUrl });
  }
  const { hostUrl } = await deps.meetingsOf(room.provider).getRoom(room.providerRoomId);
  await answer(deps, reply, {
    kind: 'room-ready',
    title: room.title,
    roomKey,
    hostUrl,
    longTerm: room.closes !== null,
    expiresAt: room.expiresAt,
    messagesGoTo: room.direct ? 'direct-messages' : 'channel',
  });
}
