import type { Clock } from '../clock.ts';
import type { Session } from '../domain/session.ts';
import { UpstreamUnavailableError } from '../errors.ts';
import type { Storage, Tables } from '../usecases/ports/storage.ts';
import type { VideoClient } from './client.ts';
import type { Ticket } from './client-token.ts';
import type { HostSecrets } from './host-secrets.ts';
import { VIDEO_PROVIDER } from './settings.ts';
import { type Door, type DoorState, type Standing, standAtDoor } from './stand-at-door.ts';

export interface VisitsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly client: Pick<VideoClient, 'createSession'>;
  readonly secrets: HostSecrets;
  /** A session is a room's from now on, and so are its recordings. */
  readonly claim: (tables: Tables, sessionId: string, roomKey: string) => Promise<void>;
}

/** `waiting`: for the host to come. */
export type Refusal = 'waiting' | Exclude<DoorState, 'open'>;

export interface Refused {
  readonly refused: Refusal;
}

/** What happens at the doors of rooms. Both give undefined when no room belongs to the link. */
export interface Visits {
  look(door: Door): Promise<Standing | undefined>;
  /** Throws an UpstreamError when no session can be made just now. */
  join(door: Door, name: string): Promise<Ticket | Refused | undefined>;
}

/** Somebody who may come in, and the room's session if there is one just now. */
interface Entered {
  readonly standing: Standing;
  readonly session: Session | undefined;
}

/** Each time, somebody else's session has become the room's and is over again. */
const TRIES = 3;

export function visits({ storage, clock, client, secrets, claim }: VisitsOptions): Visits {
  const look: Visits['look'] = (door) =>
    storage.transaction((tables) => standAtDoor(tables, door, { secrets, now: clock.now() }));

  const enter = (door: Door): Promise<Entered | Refused | undefined> =>
    storage.transaction(async (tables) => {
      const now = clock.now();
      const standing = await standAtDoor(tables, door, { secrets, now });
      const refused = standing && refusalOf(standing);
      if (standing === undefined || refused !== undefined) return refused && { refused };
      const session = standing.use.session && (await keepAlive(tables, standing.use.session, now));
      return { standing, session };
    });

  /** Of those who make a session at the same moment, the first to commit makes the room's; the others drop theirs. */
  const activate = ({ video, room }: Standing, sessionId: string) =>
    storage.transaction(async (tables) => {
      const { providerRoomId, activeSessionId } = video;
      if (!(await tables.videoRooms.activate(providerRoomId, sessionId, activeSessionId))) return;
      const now = clock.now();
      const seen = { provider: VIDEO_PROVIDER, sessionId, providerRoomId, roomKey: room.roomKey };
      const session = await tables.sessions.touch(seen, now);
      // Callbacks may have told of it before.
      await claim(tables, sessionId, room.roomKey);
      if (session.participants.length === 0) await tables.sessions.setParticipants(sessionId, [], now);
    });

  return {
    look,
    async join(door, name) {
      for (let tries = 0; tries <= TRIES; tries += 1) {
        const entered = await enter(door);
        if (entered === undefined || 'refused' in entered) return entered;
        const { session, standing } = entered;
        if (session !== undefined) return { sessionId: session.sessionId, name, isHost: standing.isHost };
        const mode = standing.room.recording === 'automatic' ? 'always' : 'manual';
        await activate(standing, await client.createSession(mode));
      }
      throw new UpstreamUnavailableError('meetings', 'meetings_error', 'No session lasts', {
        reached: 'yes',
      });
    },
  };
}

/** Whoever joins an empty session keeps it for the moment they need to connect. Undefined: it has just ended. */
async function keepAlive({ sessions }: Tables, { sessionId, emptySince }: Session, now: number) {
  if (emptySince === null) return sessions.find(sessionId);
  const session = await sessions.lock(sessionId);
  if (session?.endedAt !== null) return undefined;
  if (session.emptySince !== null) await sessions.setParticipants(sessionId, [], now);
  return session;
}

function refusalOf({ room, isHost, state, hostIsIn }: Standing): Refusal | undefined {
  if (state !== 'open') return state;
  return room.joinApproval === 'after-host' && !isHost && !hostIsIn ? 'waiting' : undefined;
}
