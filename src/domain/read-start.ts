import { findDate } from './find-date.ts';
import type { TimeTeller } from './read-instant.ts';
import type { Since } from './recordings-list.ts';
import { zoneClock } from './zone-clock.ts';

const DAY_MS = 86_400_000;

/**
 * The moment from which on somebody wants to see things: a date alone means the beginning of that day; a weekday, a time
 * or a date without a year means the last one gone by. In epoch milliseconds; undefined when the text is not understood.
 */
export function readStart(since: Since, teller: TimeTeller): number | undefined {
  switch (since.kind) {
    case 'at':
      return since.at;
    case 'last':
      return teller.now - since.durationMs;
    case 'from':
      return startOf(since.date, teller);
  }
}

function startOf(text: string, { now, timeZone, locale }: TimeTeller): number | undefined {
  const clock = zoneClock(timeZone);
  const date = findDate(text, locale, clock.wallAt(now - (now % 1_000)));
  if (date === undefined) return undefined;
  const told = date.date().getTime();
  const wall = date.isCertain('hour') ? told : told - (((told % DAY_MS) + DAY_MS) % DAY_MS);
  const instant = clock.instantAt(wall);
  if (instant <= now || date.isCertain('year')) return instant;
  const last = new Date(wall);
  if (date.isCertain('month')) return clock.instantAt(last.setUTCFullYear(last.getUTCFullYear() - 1));
  return clock.instantAt(last.setUTCDate(last.getUTCDate() - (date.isCertain('weekday') ? 7 : 1)));
}
