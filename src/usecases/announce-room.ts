import type { ChannelMessage } from '../domain/channel-message.ts';
import type { Room } from '../domain/room.ts';
import type { RoomNow } from '../domain/room-now.ts';
import { announceRoomLater } from './announce-later.ts';
import { isStale, postWanted, updateStale, type Wanted } from './bring-up-to-date.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-payloads.ts';
import { cardDestination } from './message-destination.ts';
import type { Post } from './ports/posts.ts';
import { postSubject } from './post-subject.ts';
import { readRoomNow } from './read-room-now.ts';
import { updateHostsHomeLater } from './update-home-later.ts';

/** Brings a room's card up to date with the room; posts it if it is not there yet. */
export async function announceRoom(
  deps: Deps,
  { roomKey }: JobPayloads['announce-room'],
): Promise<undefined> {
  const { wanted, post } = await readCard(deps, roomKey);
  if (wanted === undefined) return;
  if (post !== undefined && post.state !== 'sending') return updateStale(deps, post, wanted);
  await postWanted(deps, wanted);
  await refreshIfOvertaken(deps, roomKey);
}

/** Before the card stood, nobody had it refreshed for what happened meanwhile. */
async function refreshIfOvertaken(deps: Deps, roomKey: string): Promise<undefined> {
  const { wanted, post } = await readCard(deps, roomKey);
  if (wanted === undefined || post === undefined || !isStale(post, wanted)) return;
  await deps.storage.transaction((tables) => announceRoomLater(tables, roomKey));
}

/** `wanted` is undefined for a room that never came to be. */
function readCard(
  deps: Deps,
  roomKey: string,
): Promise<{ readonly wanted: Wanted | undefined; readonly post: Post | undefined }> {
  const subject = postSubject.room(roomKey);
  return deps.storage.transaction(async (tables) => {
    const room = await tables.rooms.find(roomKey);
    const post = await tables.posts.find(subject, 'card');
    if (room?.joinUrl == null) return { wanted: undefined, post };
    await updateHostsHomeLater(tables, room);
    const message = cardOf(deps, { room, joinUrl: room.joinUrl, now: await readRoomNow(tables, room) });
    const { convenience } = await tables.settings.of(room.teamId, room.channelId);
    return { wanted: { subject, stage: 'card', to: cardDestination(room, convenience), message }, post };
  });
}

interface CardFacts {
  readonly room: Room;
  readonly joinUrl: string;
  readonly now: RoomNow;
}

function cardOf(deps: Deps, { room, joinUrl, now }: CardFacts): ChannelMessage {
  const hostRecords = room.recording === 'offered' && deps.meetingsOf(room.provider).recorder !== undefined;
  return {
    kind: 'room-card',
    roomKey: room.roomKey,
    title: room.title,
    hostUserId: room.hostUserId,
    recording: room.recording,
    ...(hostRecords && { hostRecords }),
    hostOnly: room.hostOnly,
    longTerm: room.closes !== null,
    now,
    expiresAt: room.expiresAt,
    closesAfterSession: room.closesAfterSession,
    joinUrl,
  };
}
