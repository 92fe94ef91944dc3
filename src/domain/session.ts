export interface Participant {
  readonly participantId: string;
  readonly name: string;
  readonly isHost: boolean;
}

/** One meeting in a room. Belongs to the first room that claims it and never moves. Times are epoch milliseconds. */
export interface Session {
  readonly sessionId: string;
  readonly provider: string;
  /** Null while no known room has claimed it. */
  readonly roomKey: string | null;
  /** What the callbacks called its room, for a claim that comes later. */
  readonly providerRoomId: string | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Who is in, as a set: joined = in, left = out; emptied by the session's end. */
  readonly participants: readonly Participant[];
  /** Since when nobody is in it any more; null while somebody is, before anybody was, and after its end. */
  readonly emptySince: number | null;
  /** When something of it ended last, as heard by us: from then on its recordings are looked for at the provider. */
  readonly lookSince: number | null;
}
