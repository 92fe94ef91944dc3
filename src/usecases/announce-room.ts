import type { ChannelMessage } from '../domain/channel-message.ts';
import type { Room } from '../domain/room.ts';
import { postWanted, updateStale, type Wanted } from './bring-up-to-date.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';

/** Brings a room's card up to date with the room; posts it if it is not there yet. */
export async function announceRoom(
  deps: Deps,
  { roomKey }: JobPayloads['announce-room'],
): Promise<undefined> {
  const subject = `room:${roomKey}`;
  const { room, post } = await deps.storage.transaction(async (tables) => ({
    room: await tables.rooms.find(roomKey),
    post: await tables.posts.find(subject, 'card'),
  }));
  if (room?.joinUrl == null) return;
  const wanted: Wanted = { subject, stage: 'card', room, message: cardOf(room, room.joinUrl) };
  if (post === undefined || post.state === 'sending') await postWanted(deps, wanted);
  else await updateStale(deps, post, wanted);
}

function cardOf(room: Room, joinUrl: string): ChannelMessage {
  return {
    kind: 'room-card',
    roomKey: room.roomKey,
    title: room.title,
    hostUserId: room.hostUserId,
    recording: room.recording,
    hostOnly: room.hostOnly,
    longTerm: room.closes !== null,
    open: room.state === 'open',
    expiresAt: room.expiresAt,
    joinUrl,
  };
}
