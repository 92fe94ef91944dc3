import type { RoomRequest } from '../domain/command.ts';
import type { Room } from '../domain/room.ts';

/** What was asked for when the room was. */
export function requestOf(room: Room): RoomRequest {
  const { title, recording, hostOnly, joinApproval, closes, hostUserId, madeBy } = room;
  const asked = { title, recording, hostOnly, joinApproval, closes };
  return hostUserId === madeBy ? asked : { ...asked, host: hostUserId };
}
