import { de } from './de.ts';
import { en, type WordKey } from './en.ts';

const LANGUAGES = { en, de };
export type Language = keyof typeof LANGUAGES;

/** The first of the person's languages that the page speaks, otherwise English. Takes what browsers list: `de-AT`, `en`. */
export function chooseLanguage(wanted: readonly string[]): Language {
  const known = wanted.map((tag) => tag.split('-')[0]).find((tag) => tag === 'de' || tag === 'en');
  return known === 'de' ? 'de' : 'en';
}

export const language = chooseLanguage(globalThis.navigator?.languages ?? []);

/** Says it in the person's language, with `{name}` and the like filled in. */
export function say(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  return LANGUAGES[language][key].replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(values[name]));
}
