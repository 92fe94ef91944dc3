import { IntlMessageFormat } from 'intl-messageformat';
import { de } from './de.ts';
import { en, type TextKey } from './en.ts';

/** What a date is shown as: "14:02", "22 Nov 2026" or both. */
export type DateShape = 'time' | 'day' | 'day-and-time';

/** Everything Roomtone says, in one language. Times are epoch milliseconds, zones IANA names. */
export interface Texts {
  /** The message with its values put in. Values are not escaped. Throws when a value is missing. */
  say(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  /** A length in words, to the minute, and to the second below one minute: "1 hour, 5 minutes". Never empty. */
  duration(seconds: number): string;
  /** Several things, one after the other: "Ada, Ben and 3 others". */
  list(items: readonly string[]): string;
  /** A date without clock time, in that zone: "22 Nov 2026". */
  day(epochMs: number, timeZone: string): string;
  /** A date with clock time and the zone's name: "22 Nov 2026, 14:02 CET". */
  moment(epochMs: number, timeZone: string): string;
  /** For where the reader's zone is unknown: "14:02 UTC". */
  utc(epochMs: number, shape: DateShape): string;
}

// British English writes dates so that nobody takes the day for the month.
const ENGLISH = createTexts('en-GB', en);
const GERMAN = createTexts('de', de);

/** German for `de`, `de-AT` …; English for everybody else. */
export function textsFor(locale: string): Texts {
  return /^de([-_]|$)/i.test(locale) ? GERMAN : ENGLISH;
}

function createTexts(language: string, messages: Readonly<Record<TextKey, string>>): Texts {
  const compiled = new Map<TextKey, IntlMessageFormat>();
  function messageOf(key: TextKey): IntlMessageFormat {
    const known = compiled.get(key);
    if (known) return known;
    // Without ignoreTag Slack's own <…> marks would be taken for tags.
    const message = new IntlMessageFormat(messages[key], language, undefined, { ignoreTag: true });
    compiled.set(key, message);
    return message;
  }
  const dates = new Map<string, Intl.DateTimeFormat>();
  /** Made once for each zone: that takes longer than all the rest of a list. */
  function formatIn(shape: keyof typeof DATE_STYLES, timeZone: string): Intl.DateTimeFormat {
    const key = `${shape} ${timeZone}`;
    const known = dates.get(key);
    if (known) return known;
    const format = new Intl.DateTimeFormat(language, { ...DATE_STYLES[shape], timeZone });
    dates.set(key, format);
    return format;
  }
  const durations = new Intl.DurationFormat(language, { style: 'long' });
  const lists = new Intl.ListFormat(language);
  const onlySeconds = new Intl.DurationFormat(language, { style: 'long', secondsDisplay: 'always' });

  return {
    say: (key, values) => String(messageOf(key).format(values)),
    duration(seconds) {
      const whole = Math.max(0, Math.round(seconds));
      if (whole < 60) return onlySeconds.format({ seconds: whole });
      const minutes = Math.round(whole / 60);
      return durations.format({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    day: (epochMs, timeZone) => formatIn('day', timeZone).format(epochMs),
    moment: (epochMs, timeZone) => formatIn('moment', timeZone).format(epochMs),
    list: (items) => lists.format(items),
    utc: (epochMs, shape) => `${formatIn(shape, 'UTC').format(epochMs)} UTC`,
  };
}

const MOMENT: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};

const DATE_STYLES: Readonly<Record<DateShape | 'moment', Intl.DateTimeFormatOptions>> = {
  time: { timeStyle: 'short' },
  day: { dateStyle: 'medium' },
  'day-and-time': { dateStyle: 'medium', timeStyle: 'short' },
  moment: MOMENT,
};
