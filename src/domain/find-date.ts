import type { ParsedComponents } from 'chrono-node';
import * as german from 'chrono-node/de';
import * as english from 'chrono-node/en';
import { readDuration } from './duration.ts';

/** No date is longer. */
const MOST_WORDS = 8;
const MOST_CHARACTERS = 100;

/** What people write and chrono does not read, and how it does. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:until|till|by|on|bis|zum|am|den) )+/i, ''],
  [/\b(\d{1,2})\.(\d{1,2})\.(?=\d{2})/, '$1/$2/'],
  [/\b(\d{1,2})\.(\d{1,2})\.(?!\d)/, '$1/$2'],
  [/(?<![:.\d])(\d{1,2}) Uhr\b/i, '$1:00'],
];

/**
 * The date that a text with single spaces says and nothing else, in the reader's language first, then in the other of
 * English and German. Read as if the clock on the reader's wall, `wallNow`, was in UTC.
 */
export function findDate(text: string, locale: string, wallNow: number): ParsedComponents | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const spelled = SPELLINGS.reduce(
    (told, [pattern, replacement]) => told.replace(pattern, replacement),
    text,
  );
  // Without `forwardDate`: chrono's own compares with the server's clock, see readInstant.
  const reference = { instant: new Date(wallNow), timezone: 0 };
  for (const language of languages(text, locale)) {
    const [found] = language.parse(spelled, reference);
    if (found?.text === spelled && !found.end) return found.start;
  }
  return undefined;
}

function languages(text: string, locale: string): readonly english.Chrono[] {
  // Only Americans put the month first, and nobody does with dots. The British reader is for figures alone: it takes
  // `dec 31` for December 2031.
  const dayFirst = /\d\.\d{1,2}\./.test(text) || (/\d\/\d/.test(text) && !/^en(?:-US)?$/i.test(locale));
  const readers = [dayFirst ? english.GB : english.casual, german.casual];
  return isGerman(locale) ? readers.toReversed() : readers;
}

/** Is German this person's language? */
export function isGerman(locale: string): boolean {
  return /^de\b/i.test(locale);
}

/** Does the text say when, in either language? */
export function isDate(text: string): boolean {
  return readDuration(text) !== undefined || findDate(text, 'de', 0) !== undefined;
}

/** How many of the words, from the first on, say a date; 0 when they begin with none. */
export function leadingDate(words: readonly string[]): number {
  const lengths = words.slice(0, MOST_WORDS).map((_, index) => index + 1);
  return lengths.findLast((length) => isDate(words.slice(0, length).join(' '))) ?? 0;
}
