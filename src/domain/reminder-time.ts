import { zoneClock } from './zone-clock.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Nobody is reminded before that hour of their day. */
const CIVIL_HOUR = 9;

/** A host is reminded so many days before a recording goes, by their calendar. */
export const REMIND_DAYS = { first: 7, second: 1 } as const;

/** A host's day. Times are epoch milliseconds. */
export interface ReminderDay {
  /** `2026-11-25` */
  readonly date: string;
  /** From then on it is a civil hour. */
  readonly civilFrom: number;
  /** What goes on the seventh day from today, or sooner, goes before that moment; … */
  readonly firstBefore: number;
  /** … tomorrow, or sooner, before this one. */
  readonly secondBefore: number;
}

export function reminderDay(now: number, timeZone: string): ReminderDay {
  const clock = zoneClock(timeZone);
  const midnight = Math.floor(clock.wallAt(now) / DAY_MS) * DAY_MS;
  const startOfDay = (days: number) => clock.instantAt(midnight + days * DAY_MS);
  return {
    date: new Date(midnight).toISOString().slice(0, 10),
    civilFrom: clock.instantAt(midnight + CIVIL_HOUR * HOUR_MS),
    firstBefore: startOfDay(REMIND_DAYS.first + 1),
    secondBefore: startOfDay(REMIND_DAYS.second + 1),
  };
}
