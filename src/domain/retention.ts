import { zoneClock } from './zone-clock.ts';

const DAY_MS = 86_400_000;

/** When the provider throws a recording away: `keptDays` after its end. */
export function keptUntil(endedAt: number, keptDays: number): number {
  return endedAt + keptDays * DAY_MS;
}

/** From today to that day by the calendar of a zone: 0 on the last day, negative once it is over. */
export function daysLeft(until: number, now: number, timeZone: string): number {
  if (until <= now) return -1;
  const { wallAt } = zoneClock(timeZone);
  return Math.floor(wallAt(until) / DAY_MS) - Math.floor(wallAt(now) / DAY_MS);
}
