import type { RoomState } from './room.ts';
import type { Participant, Session } from './session.ts';

/** Up to so many people are all named … */
const ALL_NAMED = 3;
/** … and of more than that, so many. */
const NAMED_OF_MANY = 2;

/** Who is in: some by the name they joined with, the rest counted. Nobody at all: the names have not been told yet. */
export interface PeopleInside {
  readonly names: readonly string[];
  readonly others: number;
}

/** Somebody is in. Times are epoch milliseconds. */
export interface InSession {
  readonly kind: 'in-session';
  /** Null while the start has not been told. */
  readonly since: number | null;
  readonly inside: PeopleInside;
  readonly isRecorded: boolean;
}

/**
 * What goes on in a room, as everybody in its channel may know. Times are epoch milliseconds.
 * `open`: nobody has been in it; `between`: somebody was, nobody is.
 */
export type RoomNow =
  | { readonly kind: 'open' }
  | InSession
  | { readonly kind: 'between'; readonly since: number }
  | { readonly kind: 'expired' };

/** A session without an end. */
export interface OpenSession extends Pick<Session, 'startedAt' | 'participants' | 'emptySince'> {
  /** Is a recording running? */
  readonly isRecorded: boolean;
}

export interface RoomLife {
  readonly state: RoomState;
  readonly sessions: readonly OpenSession[];
  /** When the last session with an end ended; null: there was none. */
  readonly lastEndedAt: number | null;
}

/** What goes on in a room. Several sessions at once, which a lost callback can make, count as one. */
export function roomNow({ state, sessions, lastEndedAt }: RoomLife): RoomNow {
  if (state === 'expired') return { kind: 'expired' };
  const session = sessionNow(sessions);
  if (session !== null) return session;
  const ends = [lastEndedAt, ...sessions.map(({ emptySince }) => emptySince)].filter((at) => at !== null);
  return ends.length === 0 ? { kind: 'open' } : { kind: 'between', since: Math.max(...ends) };
}

/** Who is in a room, by its sessions without an end; null: nobody. */
export function sessionNow(open: readonly OpenSession[]): InSession | null {
  const sessions = open.filter(({ emptySince }) => emptySince === null);
  if (sessions.length === 0) return null;
  const starts = sessions.flatMap(({ startedAt }) => startedAt ?? []);
  return {
    kind: 'in-session',
    since: starts.length === 0 ? null : Math.min(...starts),
    inside: peopleInside(sessions.flatMap(({ participants }) => participants)),
    isRecorded: sessions.some(({ isRecorded }) => isRecorded),
  };
}

/** The host first, then in the order people came. */
function peopleInside(participants: readonly Participant[]): PeopleInside {
  const inOrder = participants.toSorted((one, other) => Number(other.isHost) - Number(one.isHost));
  const named = inOrder.length <= ALL_NAMED ? inOrder : inOrder.slice(0, NAMED_OF_MANY);
  return { names: named.map(({ name }) => name), others: inOrder.length - named.length };
}
