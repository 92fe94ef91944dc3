import { RESERVED_WORDS, type ReservedWord } from './format-meet-command.ts';
import { nearestWord } from './nearest-word.ts';
import { tokenizeCommand } from './tokenize-command.ts';
import { unescapeSlack } from './unescape-slack.ts';

/** Shorter ones are too much like anything. */
const SHORTEST = 3;

/**
 * The word of `/meet` that somebody probably meant who typed one word as a title. It is a title all the same; in quotes
 * it was meant as one. Undefined where no word is near.
 */
export function suggestWord(text: string): ReservedWord | undefined {
  const [word, ...others] = tokenizeCommand(unescapeSlack(text));
  if (word === undefined || others.length > 0 || word.quoted || word.option !== null) return undefined;
  return word.raw.length < SHORTEST ? undefined : nearestWord(word.raw.toLowerCase(), RESERVED_WORDS);
}
