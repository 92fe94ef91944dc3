import type { SlackDate } from './mrkdwn-node.ts';

export interface Reader {
  /** BCP 47. */
  readonly locale: string;
  /** IANA. */
  readonly timeZone: string;
}

type Style = Intl.DateTimeFormatOptions;

const LONG: Style = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' };
const FULL: Style = { year: 'numeric', month: 'long', day: 'numeric' };
const SHORT: Style = { year: 'numeric', month: 'short', day: 'numeric' };
const DATES: Readonly<Record<string, Style>> = {
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_long: LONG,
  date_long_full: FULL,
  date: FULL,
  date_short: SHORT,
  time: { timeStyle: 'short' },
  time_secs: { timeStyle: 'medium' },
};
/** "today", "yesterday" or "tomorrow" where it applies, else the date. */
const PRETTY: Readonly<Record<string, Style>> = {
  date_long_pretty: LONG,
  date_pretty: FULL,
  date_short_pretty: SHORT,
};

const DAY_MS = 86_400_000;

/**
 * The date as the reader's Slack shows it; the fallback if a token is unknown or the time is out of range.
 * Source: docs.slack.dev, "Date element" and "Formatting message text" (looked up November 2026).
 * @param now epoch milliseconds; decides what "today" is.
 */
export function formatSlackDate(date: SlackDate, reader: Reader, now: number): string {
  const at = new Date(date.unixSeconds * 1000);
  if (Number.isNaN(at.getTime())) return date.fallback;
  let unknown = false;
  const text = date.format.replace(/\{(\w+)\}/g, (token, name: string, offset: number) => {
    const written = formatToken(name, { at, reader, now });
    if (written === undefined) unknown = true;
    return offset === 0 ? capitalised(written ?? token, reader.locale) : (written ?? token);
  });
  return unknown ? date.fallback : text;
}

interface Moment {
  readonly at: Date;
  readonly reader: Reader;
  readonly now: number;
}

function formatToken(name: string, moment: Moment): string | undefined {
  const pretty = PRETTY[name];
  const plain = DATES[name];
  if (plain !== undefined) return write(plain, moment);
  if (pretty !== undefined) return nearDay(moment) ?? write(pretty, moment);
  if (name === 'date_num') return isoDay(moment.at, moment.reader);
  if (name === 'day_divider_pretty') return nearDay(moment) ?? write(dividerStyle(moment), moment);
  return name === 'ago' ? ago(moment) : undefined;
}

function write(style: Style, { at, reader }: Moment): string {
  return formatter(reader.locale, { ...style, timeZone: reader.timeZone }).format(at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one takes far longer than writing a date with it, and a list of messages writes several for each. */
function formatter(locale: string, style: Style): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, style]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, style);
  formatters.set(key, known);
  return known;
}

/** Without the year while it is this year. */
function dividerStyle({ at, reader, now }: Moment): Style {
  const year = (time: Date): string => isoDay(time, reader).slice(0, -6);
  return year(at) === year(new Date(now)) ? { weekday: 'long', month: 'long', day: 'numeric' } : LONG;
}

function nearDay({ at, reader, now }: Moment): string | undefined {
  const dayNumber = (time: Date): number => Date.parse(isoDay(time, reader)) / DAY_MS;
  const days = dayNumber(at) - dayNumber(new Date(now));
  return Math.abs(days) <= 1 ? relative(reader).format(days, 'day') : undefined;
}

/** `YYYY-MM-DD` in the reader's zone, whatever the locale. */
function isoDay(at: Date, { timeZone }: Reader): string {
  const parts = formatter('en-u-ca-iso8601-nu-latn', { ...DATES['date_slash'], timeZone }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

function ago({ at, reader, now }: Moment): string {
  const seconds = (at.getTime() - now) / 1000;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  return relative(reader).format(Math.trunc(seconds / length), unit);
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

function relative({ locale }: Reader): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
}

function capitalised(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
