import { leadingDuration, readDuration } from './duration.ts';
import { leadingDate } from './find-date.ts';
import { type RecordingsSearch, SEARCH_TEXT_MAX, type Since } from './recordings-list.ts';
import { type CommandWord, spokenText, tokenizeCommand } from './tokenize-command.ts';
import { unescapeSlack } from './unescape-slack.ts';

/** `<@U1|ada>`: what Slack makes of `@ada`. */
const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/;
const LAST = /^(?:last|past|letzte[nrs]?|vergangene[nrs]?)$/i;
const FROM = /^(?:from|since|seit|ab|vom|von)$/i;
/** What people say around them. */
const BEFORE_LAST = /^(?:the|in|from|since|over|der|den|die|seit)$/i;
const AFTER_FROM = /^(?:the|dem)$/i;

/** Dates are slow to read, and a text can consist of nothing but words that may introduce one. */
const MOST_TRIES = 4;

const DAY_MS = 86_400_000;
/** What a length of time can't have elsewhere: units without a number, and units of no fixed length. */
const PERIOD =
  /^(?:(\d{1,3}) )?(?:(days?|tage?n?)|(weeks?|wochen?)|(months?|monate?n?)|(years?|jahre?n?))(?= |$)/i;
const PERIOD_DAYS = [1, 7, 30, 365] as const;

/** Reads what narrows a list down, in any order. What is none of the grammar is looked for in titles; never throws. */
export function readSearch(text: string): RecordingsSearch {
  const mention = MENTION.exec(text);
  const hostUserId = mention?.[1];
  const words = tokenizeCommand(unescapeSlack(mention === null ? text : text.replace(mention[0], ' ')));
  const found = findSince(words);
  const others = found === undefined ? words : words.toSpliced(found.at, found.length);
  const inTitle = spokenText(others).slice(0, SEARCH_TEXT_MAX).toWellFormed();
  return {
    ...(inTitle !== '' && { text: inTitle }),
    ...(hostUserId !== undefined && { hostUserId }),
    ...(found !== undefined && { since: found.since }),
  };
}

interface FoundSince {
  readonly since: Since;
  /** The words that say it. */
  readonly at: number;
  readonly length: number;
}

/** The first one; quoted words are never grammar. */
function findSince(words: readonly CommandWord[]): FoundSince | undefined {
  const keywords = [...words.entries()].filter(
    ([, { quoted, text }]) => !quoted && (LAST.test(text) || FROM.test(text)),
  );
  for (const [at] of keywords.slice(0, MOST_TRIES)) {
    const found = readLast(words, at) ?? readFrom(words, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `last 30d`, `last week`, `letzte 30 Tage`. */
function readLast(words: readonly CommandWord[], at: number): FoundSince | undefined {
  if (!LAST.test(words[at]?.text ?? '')) return undefined;
  const period = leadingPeriod(unquotedFrom(words, at + 1).join(' '));
  if (period === undefined) return undefined;
  const before = words.slice(0, at).findLastIndex((word) => word.quoted || !BEFORE_LAST.test(word.text)) + 1;
  const length = at - before + 1 + period.words;
  return { since: { kind: 'last', durationMs: period.durationMs }, at: before, length };
}

/** `from 2026-11-01`, `since Monday`, `seit 30 Tagen`. */
function readFrom(words: readonly CommandWord[], at: number): FoundSince | undefined {
  if (!FROM.test(words[at]?.text ?? '')) return undefined;
  const following = unquotedFrom(words, at + 1);
  const article = AFTER_FROM.test(following[0] ?? '') ? 1 : 0;
  const told = following.slice(article);
  const length = leadingDate(told);
  if (length === 0) return undefined;
  const date = told.slice(0, length).join(' ');
  const durationMs = readDuration(date);
  const since: Since = durationMs === undefined ? { kind: 'from', date } : { kind: 'last', durationMs };
  return { since, at, length: 1 + article + length };
}

function unquotedFrom(words: readonly CommandWord[], at: number): readonly string[] {
  const following = words.slice(at);
  const end = following.findIndex((word) => word.quoted);
  return following.slice(0, end === -1 ? undefined : end).map((word) => word.text);
}

function leadingPeriod(text: string): { readonly durationMs: number; readonly words: number } | undefined {
  const duration = leadingDuration(text);
  if (duration !== undefined) return { ...duration, words: duration.text.split(' ').length };
  const [said, amount = '1', ...units] = PERIOD.exec(text) ?? [];
  if (said === undefined) return undefined;
  const days = PERIOD_DAYS[units.findIndex((unit) => unit !== undefined)] ?? 1;
  return { durationMs: Number(amount) * days * DAY_MS, words: said.split(' ').length };
}
