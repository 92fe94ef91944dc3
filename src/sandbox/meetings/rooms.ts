import { randomInt, randomUUID } from 'node:crypto';
import type { MovableClock } from '../vonage/movable-clock.ts';
import { badRequest, forbidden, notFound } from './api-error.ts';
import { roomExpired } from './callback-bodies.ts';
import type { Profile, Room, World } from './model.ts';
import type { RoomCallbacks } from './room-callbacks.ts';
import { applyUpdate, IDLE_MS, readRoom, readRoomUpdate } from './room-details.ts';

const MAX_ROOMS = 1000;
const FIRST_SERIAL = 2293905;

/** Making, changing, finding and ending rooms. Every refusal is an {@link ApiError}. */
export interface Rooms {
  create(body: unknown): Room;
  update(roomId: string, body: unknown): Room;
  find(roomId: string): Room;
  /** Tells a room that its last participant has just left. */
  becameEmpty(room: Room): void;
  /** Ends a room now. */
  close(room: Room): void;
}

export function createRooms(deps: {
  readonly world: World;
  readonly clock: MovableClock;
  readonly callbacks: RoomCallbacks;
  readonly profile: Profile;
}): Rooms {
  const { world, clock, callbacks, profile } = deps;
  let nextSerial = FIRST_SERIAL;

  const find = (roomId: string): Room => {
    const room = world.rooms.get(roomId);
    if (!room) throw notFound(`Failed to fetch resource with id ${roomId}`);
    return room;
  };

  const expireWhenDue = (room: Room): void => {
    const time = closesAt(room);
    if (time === undefined || room.isExpired) return;
    clock.at(time, () => {
      if (room.isExpired || closesAt(room) !== time) return;
      room.isExpired = true;
      callbacks.send(room, 'rooms', roomExpired(room, time));
    });
  };

  return {
    find,
    create(body) {
      const now = clock.now();
      const { details, expiresAt } = readRoom(body, { profile, now });
      const open = [...world.rooms.values()].filter((room) => !room.isExpired);
      if (open.length >= MAX_ROOMS) throw forbidden(`Maximum number of rooms for owner (1000) exceeded`);
      const room: Room = {
        id: randomUUID(),
        serial: nextSerial++,
        createdAt: now,
        meetingCode: freeCode(world),
        hostParticipantId: randomUUID(),
        details,
        expiresAt: expiresAt ?? now + IDLE_MS,
        isExpired: false,
        session: undefined,
        lastLeftAt: undefined,
      };
      world.rooms.set(room.id, room);
      expireWhenDue(room);
      return room;
    },
    update(roomId, body) {
      const update = readRoomUpdate(body, clock.now());
      const room = find(roomId);
      if (room.details.type === 'instant') {
        throw badRequest(`The room with id: ${roomId} could not be updated because of its type: temporary`);
      }
      if (room.isExpired) throw notFound(`Failed to fetch resource with id ${roomId}`);
      room.details = applyUpdate(room.details, update);
      room.expiresAt = update.expires_at ?? room.expiresAt;
      expireWhenDue(room);
      return room;
    },
    becameEmpty(room) {
      if (room.details.type === 'instant') room.expiresAt = clock.now() + IDLE_MS;
      expireWhenDue(room);
    },
    close(room) {
      room.expiresAt = clock.now();
      expireWhenDue(room);
    },
  };
}

/** When a room will close as things stand; undefined while an instant room is in use. */
function closesAt(room: Room): number | undefined {
  const inUse = room.session !== undefined && room.session.emptySince === undefined;
  if (room.details.type === 'instant') return inUse ? undefined : room.expiresAt;
  const { lastLeftAt } = room;
  const isUsed = room.details.expire_after_use && !inUse;
  return isUsed && lastLeftAt !== undefined ? Math.min(room.expiresAt, lastLeftAt + IDLE_MS) : room.expiresAt;
}

function freeCode(world: World): string {
  const taken = new Set([...world.rooms.values()].map((room) => room.meetingCode));
  for (;;) {
    const code = String(randomInt(100_000_000, 1_000_000_000));
    if (!taken.has(code)) return code;
  }
}
