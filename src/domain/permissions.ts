import type { Room } from './room.ts';

/** A person as Slack describes them at the moment of the question. */
export interface Person {
  readonly teamId: string;
  readonly userId: string;
  readonly isAdmin: boolean;
  readonly isGuest: boolean;
}

export type Action = 'get-host-link' | 'get-recording-link' | 'delete-recording';

/** Facts a rule may look at besides the person. */
export interface Circumstances {
  readonly room: Pick<Room, 'teamId' | 'hostUserId'>;
  /** Is the person in the channel the room's messages go to, or was it asked from within that channel? */
  readonly inChannel: boolean;
}

const RULES: Readonly<Record<Action, (person: Person, at: Circumstances) => boolean>> = {
  'get-host-link': (person, { room }) => person.userId === room.hostUserId,
  'get-recording-link': (person, { room, inChannel }) => inChannel || person.userId === room.hostUserId,
  'delete-recording': (person, { room }) => person.userId === room.hostUserId || person.isAdmin,
};

/** Denied unless a rule says yes; a person of another workspace is always denied. */
export function isAllowed(action: Action, person: Person, at: Circumstances): boolean {
  return person.teamId === at.room.teamId && RULES[action](person, at);
}
