import type { Clock } from '../clock.ts';
import { NotFoundError, UpstreamRejectedError } from '../errors.ts';
import type { MeetingRoom, Meetings } from '../usecases/ports/meetings.ts';
import type { Storage, Tables } from '../usecases/ports/storage.ts';
import type { VideoRoom } from '../usecases/ports/video-rooms.ts';
import { type HostSecrets, newCode } from './host-secrets.ts';
import { AFTER_USE_MS, closesAt, isClosed, readUse } from './room-use.ts';

export interface OwnRoomsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly secrets: HostSecrets;
  /** Origin of the rooms' page. */
  readonly publicUrl: string;
}

export type OwnRooms = Pick<Meetings, 'createRoom' | 'getRoom' | 'findRoom' | 'changeRoom'>;

/** Rooms that are ours: a row each, whose page we serve ourselves. */
export function ownRooms(options: OwnRoomsOptions): OwnRooms {
  const { storage, clock } = options;
  const read = async (tables: Tables, room: VideoRoom): Promise<MeetingRoom> => {
    const use = await readUse(tables, room, clock.now());
    if (isClosed(room, use, clock.now())) throw unknown();
    return { ...asMade(room), expiresAt: closesAt(room, use), ...(await linksTo(tables, room, options)) };
  };

  return {
    createRoom: ({ roomKey, closesAt: expiresAt }) =>
      storage.transaction(async (tables) => {
        const room = {
          providerRoomId: newCode(),
          roomKey,
          expiresAt: expiresAt ?? clock.now() + AFTER_USE_MS,
          isLongTerm: expiresAt !== null,
          closesAfterSession: false,
          activeSessionId: null,
        };
        await tables.videoRooms.insert(room);
        // Asked for twice, it is the one made first.
        return read(tables, (await tables.videoRooms.findByKey(roomKey)) ?? room);
      }),
    getRoom: (providerRoomId) =>
      storage.transaction(async (tables) => read(tables, await find(tables, providerRoomId))),
    findRoom: (roomKey) =>
      storage.transaction(async (tables) => {
        const room = await tables.videoRooms.findByKey(roomKey);
        return { room: room && (await read(tables, room)), reached: null, isComplete: true };
      }),
    changeRoom: (providerRoomId, change) =>
      storage.transaction(async (tables) => {
        const room = await find(tables, providerRoomId);
        await read(tables, room);
        if (!room.isLongTerm) throw closesByItself();
        const { expiresAt, closesAfterSession = room.closesAfterSession } = change;
        const closing = { expiresAt: expiresAt ?? room.expiresAt, closesAfterSession };
        await tables.videoRooms.reschedule(providerRoomId, closing);
        return read(tables, { ...room, ...closing });
      }),
  };
}

function asMade({ providerRoomId, roomKey, closesAfterSession }: VideoRoom) {
  return { providerRoomId, roomKey, closesAfterSession };
}

async function linksTo({ rooms }: Tables, { roomKey, providerRoomId: code }: VideoRoom, at: OwnRoomsOptions) {
  const hostUserId = (await rooms.find(roomKey))?.hostUserId ?? '';
  return {
    guestUrl: `${at.publicUrl}/r/${code}`,
    hostUrl: `${at.publicUrl}/h/${at.secrets.secretOf(code, hostUserId)}`,
  };
}

async function find({ videoRooms }: Tables, providerRoomId: string): Promise<VideoRoom> {
  const room = await videoRooms.find(providerRoomId);
  if (room === undefined) throw unknown();
  return room;
}

function unknown(): NotFoundError {
  return new NotFoundError('meetings_not_found', 'No such room, or it is closed');
}

function closesByItself(): UpstreamRejectedError {
  return new UpstreamRejectedError('meetings', 'meetings_rejected', 'An instant room closes by itself');
}
