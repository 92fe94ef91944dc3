import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';

/** Tells the host that the room is there, with a host link minted for this answer. */
export async function answerRoomReady(
  deps: Deps,
  { roomKey, reply }: JobPayloads['answer-room-ready'],
): Promise<undefined> {
  const room = await deps.storage.transaction((tables) => tables.rooms.find(roomKey));
  if (room?.providerRoomId == null) return;
  const { hostUrl } = await deps.meetings.getRoom(room.providerRoomId);
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
