import type { Pauses } from '../usecases/ports/pauses.ts';

/** Whose line a call waits in: that of people who clicked, or that of announcements, which lets people go first. */
export type Rank = 'people' | 'channels';

/** Something that happens at most so often, in all processes together: a post in a channel, a method in a workspace. */
export interface Turn {
  readonly key: string;
  /** From one call to the next in the long run. */
  readonly intervalMs: number;
  /** How much earlier than that they may come when there were none for a while. */
  readonly aheadMs: number;
  /**
   * The interval counts from Slack's answer, which may come long after the call: whoever is in time, but finds that the
   * one before took longer, keeps their turn.
   */
  readonly fromAnswer: boolean;
  /** Not this call before then in any case, epoch milliseconds. */
  readonly notBefore?: number;
}

/** A call and everything whose turn it needs. */
export interface Applicant {
  readonly turns: readonly Turn[];
  readonly rank: Rank;
  /** The same call, tried again, keeps its place in a line. */
  readonly about: string;
}

/** A turn as a call finds it. Times are epoch milliseconds, 0: none. */
interface Line {
  readonly turn: Turn;
  /** When the next call could go if there were no bursts. */
  readonly until: number;
  /** When it is this call's turn, if nobody waits in its line. */
  readonly opens: number;
  /** Where that line ends. */
  readonly end: number;
  readonly endKey: string;
  readonly place: number;
  readonly placeKey: string;
}

/**
 * Takes all of a call's turns, or none of them: 0, or the moment to come back at. Whoever has to wait gets a place in
 * a line, so that a thousand come back one after the other and not all at once.
 */
export async function takeTurns(pauses: Pauses, applicant: Applicant, now: number): Promise<number> {
  const lines: Line[] = [];
  for (const turn of applicant.turns) lines.push(await lookAt(pauses, turn, applicant));
  const waiting = lines.filter((line) => !mayGo(line, now));
  if (waiting.length > 0) {
    const moments = [];
    for (const line of waiting) moments.push(await placeIn(pauses, line, now));
    return Math.max(...moments);
  }
  for (const { turn, until } of lines) await pauses.hold(turn.key, Math.max(until, now) + turn.intervalMs);
  await pauses.forget(lines.map(({ placeKey }) => placeKey));
  return 0;
}

/** Three kinds of pauses: of the turn itself; at a line's end; and a call's place, which lasts until it is made. */
async function lookAt(pauses: Pauses, turn: Turn, { rank, about }: Applicant): Promise<Line> {
  const endKey = `${turn.key} ${rank}`;
  const placeKey = `${turn.key} for ${about}`;
  const keys = [turn.key, `${turn.key} people`, `${turn.key} channels`, placeKey];
  const [until = 0, peopleEnd = 0, channelsEnd = 0, place = 0] = await pauses.lock(keys);
  const opens = Math.max(until - turn.aheadMs, turn.notBefore ?? 0);
  return rank === 'people'
    ? { turn, until, opens, end: peopleEnd, endKey, place, placeKey }
    : { turn, until, opens: Math.max(opens, peopleEnd), end: channelsEnd, endKey, place, placeKey };
}

/** Nobody overtakes: whoever has a place waits for it, whoever has none goes when the line is empty. */
function mayGo({ opens, end, place }: Line, now: number): boolean {
  return opens <= now && (place > 0 ? place : end) <= now;
}

async function placeIn(pauses: Pauses, line: Line, now: number): Promise<number> {
  const { turn, opens, end, endKey, place, placeKey } = line;
  if (place > now) return place;
  if (place > 0 && turn.fromAnswer && opens - now <= turn.intervalMs) return opens;
  const next = Math.max(opens, end);
  await pauses.hold(endKey, next + turn.intervalMs);
  await pauses.hold(placeKey, next);
  return next;
}
