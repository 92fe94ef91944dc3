import type { Participant, Session } from '../../domain/session.ts';

/** A session somebody has told of. */
export interface SeenSession {
  readonly provider: string;
  readonly sessionId: string;
  readonly providerRoomId: string | null;
  /** The room that claims it, if this is the first that is heard of it. Default: none. */
  readonly roomKey?: string | null;
  /** When it began, if that is told. Default: as it was told before. */
  readonly startedAt?: number | null;
}

/** Times are epoch milliseconds. */
export interface OverdueSessions {
  readonly provider: string;
  /** Nobody has been in it since then. */
  readonly emptySince: number;
  readonly now: number;
}

export interface Sessions {
  /** Makes the row if there is none and locks it: callbacks of one session go one after the other. */
  touch(seen: SeenSession, now: number): Promise<Session>;
  find(sessionId: string): Promise<Session | undefined>;
  /** As {@link find}; callbacks of the session wait until this unit of work is done. */
  lock(sessionId: string): Promise<Session | undefined>;
  /** Only the first claim counts. */
  claim(sessionId: string, roomKey: string): Promise<boolean>;
  /** Sessions that named this provider room before we knew it. */
  unclaimedOf(provider: string, providerRoomId: string): Promise<readonly Session[]>;
  /** Clears the participants. */
  end(sessionId: string, endedAt: number): Promise<boolean>;
  /** `emptySince`: null while somebody is in. */
  setParticipants(
    sessionId: string,
    participants: readonly Participant[],
    emptySince: number | null,
  ): Promise<void>;
  /** Those of a room without an end. */
  openIn(roomKey: string): Promise<readonly Session[]>;
  /** When the last one of a room that has ended did; null: none has. */
  lastEndIn(roomKey: string): Promise<number | null>;
  /** Those of a provider whose end nobody told although it must have come: empty since then, or begun 24 hours ago. */
  overdue(of: OverdueSessions, limit: number): Promise<readonly Session[]>;
  /** Something of it has ended: from `now` on its recordings are looked for at the provider, first at `first`. */
  lookFrom(sessionId: string, now: number, first: number): Promise<void>;
  /** When they are looked for next; null: there is nothing to look for. */
  lookAgain(sessionId: string, at: number | null): Promise<void>;
  /** Ids of our rooms' sessions whose next look is due; the longest due first. */
  toLookAt(now: number, limit: number): Promise<readonly string[]>;
}
