import { DEFAULT_POLICY, type Policy } from './policy.ts';
import type { Room } from './room.ts';

/** A person as Slack describes them at the moment of the question. */
export interface Person {
  /** The workspace that is theirs. In a shared channel (Slack Connect) it may be another than the app's. */
  readonly teamId: string;
  readonly userId: string;
  readonly isAdmin: boolean;
  readonly isGuest: boolean;
}

/** What depends on a room. `change-room`: extend, end after this session, close, hand over. */
export type RoomAction =
  | 'get-host-link'
  | 'change-room'
  | 'set-recording'
  | 'see-recordings'
  | 'get-recording-link'
  | 'delete-recording';
/** What depends on a channel alone. */
export type ChannelAction = 'make-room' | 'change-convenience' | 'change-policy';

/** Facts a rule may look at besides the person. */
export interface ChannelCircumstances {
  /** Of the workspace the app is asked in. */
  readonly teamId: string;
  /** Is the person in the channel the room's messages go to, or was it asked from within that channel? */
  readonly inChannel: boolean;
  /** Of that channel. Default: what holds where no admin has decided anything. */
  readonly policy?: Policy;
}

export interface Circumstances extends Omit<ChannelCircumstances, 'teamId'> {
  readonly room: Pick<Room, 'teamId' | 'hostUserId'>;
}

interface Case {
  readonly person: Person;
  readonly isHost: boolean;
  readonly inChannel: boolean;
  readonly policy: Policy;
}

const RULES: Readonly<Record<RoomAction | ChannelAction, (at: Case) => boolean>> = {
  'get-host-link': ({ isHost }) => isHost,
  'change-room': ({ isHost, person }) => isHost || person.isAdmin,
  'set-recording': ({ isHost }) => isHost,
  'see-recordings': ({ isHost, inChannel }) => isHost || inChannel,
  'get-recording-link': ({ isHost, inChannel, policy }) =>
    isHost || (inChannel && policy.seeLinks === 'members'),
  'delete-recording': ({ isHost, person, inChannel, policy }) => {
    if (policy.deleteRecordings === 'nobody') return false;
    if (isHost || person.isAdmin) return true;
    return policy.deleteRecordings === 'members' && inChannel && !person.isGuest;
  },
  'make-room': ({ person, inChannel, policy }) => inChannel && mayMake(person, policy),
  'change-convenience': ({ person, inChannel }) => inChannel && !person.isGuest,
  'change-policy': ({ person }) => person.isAdmin,
};

function mayMake({ isAdmin, isGuest }: Person, { makeRooms }: Policy): boolean {
  if (makeRooms === 'admins') return isAdmin;
  return makeRooms === 'members-and-guests' || !isGuest;
}

/** Denied unless a rule says yes; a person of another workspace is always denied. */
export function isAllowed(action: RoomAction, person: Person, at: Circumstances): boolean {
  const { room, inChannel, policy = DEFAULT_POLICY } = at;
  const isHost = person.userId === room.hostUserId;
  return person.teamId === room.teamId && RULES[action]({ person, isHost, inChannel, policy });
}

/** The same for what is about no room. */
export function isAllowedIn(action: ChannelAction, person: Person, at: ChannelCircumstances): boolean {
  const { teamId, inChannel, policy = DEFAULT_POLICY } = at;
  return person.teamId === teamId && RULES[action]({ person, isHost: false, inChannel, policy });
}
