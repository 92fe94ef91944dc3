import type { Room } from '../domain/room.ts';
import type { Tables } from '../usecases/ports/storage.ts';
import type { VideoRoom } from '../usecases/ports/video-rooms.ts';
import type { HostSecrets } from './host-secrets.ts';
import { isClosed, type RoomUse, readUse } from './room-use.ts';

/** Where somebody stands: in front of the guests' link or of the host's. */
export type Door = { readonly code: string } | { readonly secret: string };

/** `not-yet`: the room is still being made · `full`: whoever came now could not be recorded. */
export type DoorState = 'open' | 'not-yet' | 'full' | 'expired';

export interface Standing {
  readonly room: Room;
  readonly video: VideoRoom;
  readonly isHost: boolean;
  readonly state: DoorState;
  readonly hostIsIn: boolean;
  readonly use: RoomUse;
}

/** Source: Vonage's archiving guide, audio streams in one archive. */
const PEOPLE_MAX = 50;

/** What somebody finds at a door; undefined: no room belongs to the link. */
export async function standAtDoor(
  tables: Tables,
  door: Door,
  { secrets, now }: { readonly secrets: HostSecrets; readonly now: number },
): Promise<Standing | undefined> {
  const isHost = 'secret' in door;
  const video = await tables.videoRooms.find(isHost ? secrets.codeIn(door.secret) : door.code);
  const room = video && (await tables.rooms.find(video.roomKey));
  if (video === undefined || room === undefined) return undefined;
  if (isHost && !secrets.isRight(door.secret, video.providerRoomId, room.hostUserId)) return undefined;
  const use = await readUse(tables, video, now);
  const state = stateOf(room, isClosed(video, use, now), use);
  const hostIsIn = use.session?.participants.some((one) => one.isHost) ?? false;
  return { room, video, isHost, state, hostIsIn, use };
}

function stateOf({ state }: Room, isOver: boolean, { session }: RoomUse): DoorState {
  if (isOver || state === 'expired' || state === 'failed') return 'expired';
  if (state === 'making') return 'not-yet';
  return session !== undefined && session.participants.length >= PEOPLE_MAX ? 'full' : 'open';
}
