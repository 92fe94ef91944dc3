import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { MovableClock } from '../vonage/movable-clock.ts';
import type { Room, World } from './model.ts';

/** The `kid` in every recorded host link. */
const KEY_ID = '597cfa03-6754-4a4d-ab55-fb17d77874c1';

/** How a page says which room it is for: by the guests' code, or by what a host link carries. */
export interface DoorKey {
  readonly code?: string | undefined;
  readonly room_token?: string | undefined;
  readonly participant_token?: string | undefined;
}

/** Guest links are the code; host links carry a participant token, signed, without expiry, minted anew at each read. */
export interface RoomLinks {
  guestUrl(room: Room): string;
  hostUrl(room: Room): Promise<string>;
  /** Undefined when there is no such room, or the participant token is not its host's. */
  open(key: DoorKey): Promise<{ readonly room: Room; readonly isHost: boolean } | undefined>;
}

export function createRoomLinks(deps: {
  readonly url: string;
  readonly world: World;
  readonly clock: MovableClock;
}): RoomLinks {
  const { url, world, clock } = deps;
  const secret = randomBytes(32);

  const isHostOf = async (room: Room, token: string): Promise<boolean> => {
    const verified = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      currentDate: new Date(clock.now()),
    }).catch(() => undefined);
    return verified?.payload['participantId'] === room.hostParticipantId;
  };

  return {
    guestUrl: (room) => `${url}/${room.meetingCode}`,
    async hostUrl(room) {
      const token = await new SignJWT({ participantId: room.hostParticipantId })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: KEY_ID })
        .setIssuedAt(new Date(clock.now()))
        .sign(secret);
      return `${url}/?room_token=${room.meetingCode}&participant_token=${token}`;
    },
    async open({ code, room_token, participant_token }) {
      const wanted = code ?? room_token;
      const room = [...world.rooms.values()].find(({ meetingCode }) => meetingCode === wanted);
      if (!room) return undefined;
      if (participant_token === undefined) return { room, isHost: false };
      return (await isHostOf(room, participant_token)) ? { room, isHost: true } : undefined;
    },
  };
}
