import type { StorableAnswer } from '../domain/answer.ts';
import type { RoomRequest } from '../domain/command.ts';
import type { Room } from '../domain/room.ts';

/** Instead of making a twin: the live room of that title, and "Make another" for what was asked. `threadTs`: as asked, too. */
export function offerRoom(room: Room, asked: RoomRequest, threadTs: string | null): StorableAnswer {
  const { title, recording, hostOnly, joinApproval, closes, host } = asked;
  return {
    kind: 'room-exists',
    title: room.title,
    hostUserId: room.hostUserId,
    roomKey: room.roomKey,
    joinUrl: room.joinUrl,
    request: { title, recording, hostOnly, joinApproval, closes, ...(host !== undefined && { host }) },
    place: { channelId: room.channelId, direct: room.direct, threadTs },
  };
}
