import { leadingDuration } from './duration.ts';
import { type CommandWord, spokenText, typedText } from './tokenize-command.ts';

export type MeetOptionName = 'until' | 'for' | 'host' | 'host-only' | 'manual' | 'no-recording';

/** The options of `/meet` as people type them, and what each means. */
export const MEET_OPTIONS: ReadonlyMap<string, MeetOptionName> = new Map([
  ['until', 'until'],
  ['for', 'for'],
  ['host-only', 'host-only'],
  ['host', 'host'],
  ['owner-only', 'host-only'],
  ['manual', 'manual'],
  ['no-recording', 'no-recording'],
]);

export interface MeetOption {
  /** The option itself, as typed. */
  readonly word: CommandWord;
  /** What follows its dashes, in lower case. */
  readonly typed: string;
  /** Null: none of ours. */
  readonly name: MeetOptionName | null;
  /** The words that belong to it; empty for an option without a value. */
  readonly value: readonly CommandWord[];
}

/** A `/meet` command taken apart; what it says need not make sense yet. */
export interface MeetParts {
  readonly title: readonly CommandWord[];
  readonly options: readonly MeetOption[];
}

/** Takes a command apart. Words that belong to no option are the title, wherever they stand. */
export function splitMeetCommand(words: readonly CommandWord[]): MeetParts {
  const starts = words.flatMap((word, index) =>
    word.option === null ? [] : [{ word, typed: word.option, index }],
  );
  const title = words.slice(0, starts[0]?.index);
  const options: MeetOption[] = [];
  for (const [nth, { word, typed, index }] of starts.entries()) {
    const following = words.slice(index + 1, starts[nth + 1]?.index);
    const name = MEET_OPTIONS.get(typed) ?? null;
    const length = valueLength(name, following);
    options.push({ word, typed, name, value: following.slice(0, length) });
    title.push(...following.slice(length));
  }
  return { title, options };
}

/** How many of the words after an option are its value. */
function valueLength(name: MeetOptionName | null, following: readonly CommandWord[]): number {
  // What follows an unknown option stays with it: nobody knows yet whether it is a value.
  if (name === null) return following.length;
  if (!takesValue(name)) return 0;
  if (name === 'host') return Math.min(following.length, 1);
  if (following[0]?.quoted) return 1;
  const duration = name === 'for' ? leadingDuration(typedText(following)) : undefined;
  return duration?.text.split(' ').length ?? following.length;
}

export function takesValue(name: MeetOptionName): name is 'until' | 'for' | 'host' {
  return name === 'until' || name === 'for' || name === 'host';
}

export function findOption(parts: MeetParts, name: MeetOptionName): MeetOption | undefined {
  return parts.options.find((option) => option.name === name);
}

/** What an option's value says; empty without one. */
export function valueText(option: MeetOption): string {
  return spokenText(option.value);
}

/** An option and its value as typed. */
export function optionText(option: MeetOption): string {
  return typedText([option.word, ...option.value]);
}

/** A command's text, without the command's name. */
export function meetText(title: string, options: readonly string[]): string {
  return [title, ...options].filter((text) => text !== '').join(' ');
}
