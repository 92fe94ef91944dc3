import { zoneClock } from './zone-clock.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Nobody is reminded before that hour of their day. */
const CIVIL_HOUR = 9;

/** A host is reminded so many days before a recording goes, by their calendar. */
const REMIND_DAYS = { first: 7, second: 1 } as const;

/** Where recordings are not kept for longer than that anyway, the first reminder would say nothing: there is one. */
export function remindDays(keptDays: number): { readonly first: number; readonly second: number } {
  const { first, second } = REMIND_DAYS;
  return { first: keptDays > first ? first : second, second };
}

/** A host's day. Times are epoch milliseconds. */
export interface ReminderDay {
  /** `2026-11-25` */
  readonly date: string;
  /** From then on it is a civil hour. */
  readonly civilFrom: number;
  /** What goes so many days from today, or sooner, goes before that moment. */
  before(days: number): number;
}

export function reminderDay(now: number, timeZone: string): ReminderDay {
  const clock = zoneClock(timeZone);
  const midnight = Math.floor(clock.wallAt(now) / DAY_MS) * DAY_MS;
  const startOfDay = (days: number) => clock.instantAt(midnight + days * DAY_MS);
  return {
    date: new Date(midnight).toISOString().slice(0, 10),
    civilFrom: clock.instantAt(midnight + CIVIL_HOUR * HOUR_MS),
    before: (days) => startOfDay(days + 1),
  };
}
