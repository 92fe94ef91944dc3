import type { CommandFault } from './command.ts';
import { readDuration } from './duration.ts';
import { isDate } from './find-date.ts';
import {
  MEET_OPTIONS,
  type MeetOption,
  type MeetOptionName,
  type MeetParts,
  meetText,
  optionText,
  takesValue,
  valueText,
} from './meet-parts.ts';
import { nearestWord } from './nearest-word.ts';
import { readPerson } from './person-mention.ts';
import { quoteText, spokenText, typedText } from './tokenize-command.ts';

/** Something wrong in a `/meet` command. */
export interface MeetFault {
  readonly fault: CommandFault;
  /** The command's text with this fault mended and the rest kept as typed; another fault may be left in it. */
  readonly mended: string;
}

const EXAMPLE_VALUES = { until: 'tomorrow 18:00', for: '30d' } as const;

/** Options that exclude each other. */
const CONFLICTS: readonly (readonly [MeetOptionName, MeetOptionName])[] = [
  ['until', 'for'],
  ['no-recording', 'manual'],
  ['no-recording', 'host-only'],
];

/** The first thing wrong with the options of a command, undefined when all is well. */
export function findOptionFault(parts: MeetParts): MeetFault | undefined {
  for (const option of parts.options) {
    const found = unknownOption(parts, option) ?? badValue(parts, option) ?? repeatedOption(parts, option);
    if (found !== undefined) return found;
  }
  return conflictingOptions(parts);
}

function unknownOption(parts: MeetParts, option: MeetOption): MeetFault | undefined {
  if (option.name !== null) return undefined;
  const [typed = ''] = option.typed.split('=');
  const name = nearestWord(typed, [...MEET_OPTIONS.keys()]);
  const suggestion = name === undefined ? null : `--${name}`;
  const mended =
    name === undefined ? asTitle(parts, option) : replaceOption(parts, option, respell(option, name));
  return { fault: { kind: 'unknown-option', option: option.word.raw, suggestion }, mended };
}

/** The option under another name; `--form=30d` becomes `--for 30d`. */
function respell(option: MeetOption, typed: string): string {
  const [, attached = ''] = option.word.raw.split('=');
  const name = MEET_OPTIONS.get(typed);
  const value = name !== undefined && takesValue(name) ? attached : '';
  return meetText(`--${typed}`, [value, typedText(option.value)]);
}

/** Nothing of ours is like this option, so it may belong to the title: quotes put it there. */
function asTitle(parts: MeetParts, option: MeetOption): string {
  const title = quoteText(meetText(spokenText(parts.title), [optionText(option)]));
  return meetText(title, parts.options.filter((other) => other !== option).map(optionText));
}

function badValue(parts: MeetParts, option: MeetOption): MeetFault | undefined {
  if (option.name === null || !takesValue(option.name)) return undefined;
  if (option.name === 'host') return badHost(parts, option);
  const value = valueText(option);
  const example = `--${option.name} ${EXAMPLE_VALUES[option.name]}`;
  if (value === '') {
    const fault = { kind: 'missing-value', option: `--${option.typed}` } as const;
    return { fault, mended: replaceOption(parts, option, example) };
  }
  if (option.name === 'until' || readDuration(value) !== undefined) return undefined;
  const meant = isDate(value) ? `--until ${typedText(option.value)}` : example;
  return { fault: { kind: 'not-a-duration', value }, mended: replaceOption(parts, option, meant) };
}

/** Nobody can be made up as an example, so the option is left out of what is to be copied. */
function badHost(parts: MeetParts, option: MeetOption): MeetFault | undefined {
  const value = valueText(option);
  if (readPerson(value) !== undefined) return undefined;
  const fault =
    value === ''
      ? ({ kind: 'missing-value', option: `--${option.typed}` } as const)
      : ({ kind: 'not-a-person', value } as const);
  return { fault, mended: replaceOption(parts, option, '') };
}

function repeatedOption(parts: MeetParts, option: MeetOption): MeetFault | undefined {
  if (parts.options.find((other) => other.name === option.name) === option) return undefined;
  const fault = { kind: 'repeated-option', option: `--${option.typed}` } as const;
  return { fault, mended: replaceOption(parts, option, '') };
}

function conflictingOptions(parts: MeetParts): MeetFault | undefined {
  for (const names of CONFLICTS) {
    const [first, second] = parts.options.filter(({ name }) => name !== null && names.includes(name));
    if (first === undefined || second === undefined) continue;
    const fault = {
      kind: 'conflicting-options',
      first: `--${first.typed}`,
      second: `--${second.typed}`,
    } as const;
    return { fault, mended: replaceOption(parts, second, '') };
  }
  return undefined;
}

/** The command with other words in place of an option; an empty text leaves it out. */
function replaceOption(parts: MeetParts, replaced: MeetOption, text: string): string {
  const options = parts.options.map((option) => (option === replaced ? text : optionText(option)));
  return meetText(typedText(parts.title), options);
}
