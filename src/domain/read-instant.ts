import type { ParsedComponents } from 'chrono-node';
import { readDuration } from './duration.ts';
import { findDate } from './find-date.ts';
import { zoneClock } from './zone-clock.ts';

/** Somebody who names a time: when they do, where they are, what they speak. */
export interface TimeTeller {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA zone; an unknown one counts as UTC. */
  readonly timeZone: string;
  /** As Slack has it, e.g. `de-DE`. */
  readonly locale: string;
}

/** The API takes years of four digits; what lies beyond them is a slip. */
const LATEST = Date.UTC(9999, 11, 31);

/** chrono's marks for hours and minutes counted from now, and for words that stand for a clock time. */
const FROM_NOW = /^(?:result\/relativeDateAndTime|casualReference\/now)$/;
const PART_OF_DAY = /^casualReference\/(?:morning|noon|afternoon|evening|tonight|midnight)$/;

/** Weekdays gone by are not meant to come round again. */
const GONE_BY = /^(?:last|past|letzte[nrs]?|vorige[nrs]?) /i;

/**
 * The moment that a text with single spaces names, and nothing else: a date in English or German, or a length of time
 * from now. A date alone means the end of that day; a time, a weekday or a date without a year means the next one.
 * In epoch milliseconds, maybe past; undefined when the text is not understood.
 */
export function readInstant(text: string, teller: TimeTeller): number | undefined {
  const durationMs = readDuration(text);
  const instant = durationMs === undefined ? dateInstant(text, teller) : teller.now + durationMs;
  return instant === undefined || instant > LATEST ? undefined : instant;
}

function dateInstant(text: string, { now, timeZone, locale }: TimeTeller): number | undefined {
  const clock = zoneClock(timeZone);
  // Whole seconds: chrono carries the rest into the times it reads.
  const wallNow = clock.wallAt(now - (now % 1000));
  const date = findDate(text, locale, wallNow);
  if (date === undefined) return undefined;

  const told = date.date().getTime();
  // Hours from now are real ones, whatever the clock on the wall does meanwhile.
  if (hasTag(date, FROM_NOW)) return now + told - wallNow;

  const dayAlone = !date.isCertain('hour') && !hasTag(date, PART_OF_DAY);
  const wall = dayAlone ? endOfDay(date) : told;
  // A zone in the text (`18:00 PST`) makes it a moment already.
  const inZone = date.isCertain('timezoneOffset') && !dayAlone;
  const instantOf = inZone ? (moment: number): number => moment : clock.instantAt;

  const instant = instantOf(wall);
  return instant > now || GONE_BY.test(text) ? instant : instantOf(nextLike(date, wall));
}

function hasTag(date: ParsedComponents, pattern: RegExp): boolean {
  return [...date.tags()].some((tag) => pattern.test(tag));
}

function endOfDay(date: ParsedComponents): number {
  return Date.UTC(date.get('year') ?? 0, (date.get('month') ?? 1) - 1, date.get('day') ?? 1, 23, 59);
}

/** The next time that fits what was said: in a year, a week or a day, depending on what was left open. */
function nextLike(date: ParsedComponents, wall: number): number {
  const next = new Date(wall);
  if (date.isCertain('year')) return wall;
  if (date.isCertain('month')) return next.setUTCFullYear(next.getUTCFullYear() + 1);
  return next.setUTCDate(next.getUTCDate() + (date.isCertain('weekday') ? 7 : 1));
}
