/** One word of a command, or one quoted stretch of it. */
export interface CommandWord {
  /** As typed, quotes included. */
  readonly raw: string;
  /** What it says: `raw`, or what stands between the quotes. */
  readonly text: string;
  readonly quoted: boolean;
  /** What follows an option's dashes, in lower case (`no-recording`); null for an ordinary word. */
  readonly option: string | null;
}

/** Straight quotes and what keyboards make of them. */
const QUOTE = '["“”„‟«»＂]';
const NO_QUOTE = QUOTE.replace('[', '[^');
/** Hyphens and dashes of any length, and the minus sign. */
const DASH = '[\\p{Dash_Punctuation}−]';

/**
 * A quote up to the next one before a space. In between, `""` is one quote, and a single one inside a word is itself.
 * Bounded, so that many quotes that nothing closes are not searched to the end each time.
 */
const INSIDE = `(?:${NO_QUOTE}|${QUOTE}{2}|${QUOTE}(?=(?! )${NO_QUOTE})){0,1000}`;
const QUOTED_WORD = new RegExp(`${QUOTE}(${INSIDE})${QUOTE}(?= |$)`, 'uy');
const PLAIN_WORD = /[^ ]+/y;
const OPTION = new RegExp(`^${DASH}+(\\p{L}.*)$`, 'u');
const OPENING_QUOTE = new RegExp(`^${QUOTE}`, 'u');
const EVERY_QUOTE = new RegExp(QUOTE, 'gu');
const DOUBLED_QUOTES = new RegExp(`(${QUOTE})${QUOTE}`, 'gu');
const DASHES = new RegExp(`${DASH}+`, 'gu');

/** The text trimmed, and every run of spaces, line breaks and control characters in it one space. */
export function collapseSpaces(text: string): string {
  return text.replace(/[\s\p{Control}]+/gu, ' ').trim();
}

/** The words of a command. A dash makes an option only at the start of a word and directly before a letter. */
export function tokenizeCommand(text: string): readonly CommandWord[] {
  const line = collapseSpaces(text);
  const words: CommandWord[] = [];
  let at = 0;
  while (at < line.length) {
    const word = quotedWordAt(line, at) ?? plainWordAt(line, at);
    words.push(word);
    at += word.raw.length + 1;
  }
  return words;
}

function quotedWordAt(line: string, at: number): CommandWord | undefined {
  QUOTED_WORD.lastIndex = at;
  const match = QUOTED_WORD.exec(line);
  if (match === null) return undefined;
  const text = (match[1] ?? '').replace(DOUBLED_QUOTES, '$1').trim();
  return { raw: match[0], text, quoted: true, option: null };
}

function plainWordAt(line: string, at: number): CommandWord {
  PLAIN_WORD.lastIndex = at;
  const raw = PLAIN_WORD.exec(line)?.[0] ?? '';
  const option = OPTION.exec(raw)?.[1]?.toLowerCase().replace(DASHES, '-') ?? null;
  return { raw, text: raw, quoted: false, option };
}

/** Words as typed, quotes included. */
export function typedText(words: readonly CommandWord[]): string {
  return words.map((word) => word.raw).join(' ');
}

/** What words say together: quotes around all of them are grammar, quotes around some belong to the text. */
export function spokenText(words: readonly CommandWord[]): string {
  const [first, ...others] = words;
  return first?.quoted && others.length === 0 ? first.text : typedText(words);
}

/** The text in quotes, so that nothing in it is read as grammar. */
export function quoteText(text: string): string {
  return `"${text.replace(EVERY_QUOTE, '$&$&')}"`;
}

/** The text so that it is read back as itself: in quotes where it holds an option, or a quote that would open one. */
export function quoteIfNeeded(text: string): string {
  const words = tokenizeCommand(text);
  const needed =
    words[0]?.quoted ||
    words.some((word) => word.option !== null || (!word.quoted && OPENING_QUOTE.test(word.raw)));
  return needed ? quoteText(text) : text;
}
