import type { CommandNames, MeetCommand, RoomRequest } from './command.ts';
import { readDuration } from './duration.ts';
import { findOptionFault } from './find-option-fault.ts';
import { findTitleFault } from './find-title-fault.ts';
import { findOption, type MeetParts, splitMeetCommand, valueText } from './meet-parts.ts';
import { keepHost, readPerson } from './person-mention.ts';
import type { Closing, RecordingMode } from './room.ts';
import { type CommandWord, spokenText, tokenizeCommand } from './tokenize-command.ts';
import { unescapeSlack } from './unescape-slack.ts';

/** With more faults than these a command is not worth correcting. */
const MOST_FAULTS = 10;

/**
 * Reads what follows `/meet`, as Slack sends it. Never throws. A problem is the first thing wrong; its `corrected` has
 * everything mended. A date stays text: `resolveClosing` reads it.
 */
export function parseMeetCommand(text: string, names: Pick<CommandNames, 'meet'>): MeetCommand {
  return parseTyped(unescapeSlack(keepHost(text)), names.meet, MOST_FAULTS);
}

function parseTyped(text: string, name: string, faultsLeft: number): MeetCommand {
  const words = tokenizeCommand(text);
  if (words.length === 0) return { kind: 'dialog' };
  if (asksForHelp(words)) return { kind: 'help' };
  const reserved = reservedWord(words);
  if (reserved !== undefined) return reserved;
  const parts = splitMeetCommand(words);
  const found = findOptionFault(parts) ?? findTitleFault(parts);
  if (found === undefined) return { kind: 'room', request: toRequest(parts) };
  if (faultsLeft === 0) return { kind: 'problem', problem: { ...found.fault, corrected: null } };
  // What is mended may have another fault: it is read again until nothing is left to mend.
  const mended = parseTyped(found.mended, name, faultsLeft - 1);
  const corrected = mended.kind === 'problem' ? mended.problem.corrected : `${name} ${found.mended}`;
  return { kind: 'problem', problem: { ...found.fault, corrected } };
}

function asksForHelp([word, ...others]: readonly CommandWord[]): boolean {
  if (word === undefined || others.length > 0 || word.quoted) return false;
  return word.raw.toLowerCase() === 'help' || word.option === 'help' || word.option === 'h';
}

function reservedWord([word, ...others]: readonly CommandWord[]): MeetCommand | undefined {
  if (word === undefined || others.length > 0 || word.quoted) return undefined;
  const kind = word.raw.toLowerCase();
  return kind === 'rooms' || kind === 'settings' ? { kind } : undefined;
}

function toRequest(parts: MeetParts): RoomRequest {
  return {
    title: spokenText(parts.title),
    recording: recordingMode(parts),
    hostOnly: findOption(parts, 'host-only') !== undefined,
    joinApproval: 'everyone',
    closes: closing(parts),
    ...host(parts),
  };
}

function recordingMode(parts: MeetParts): RecordingMode {
  if (findOption(parts, 'no-recording') !== undefined) return 'off';
  return findOption(parts, 'manual') === undefined ? 'automatic' : 'offered';
}

function host(parts: MeetParts): Pick<RoomRequest, 'host'> {
  const option = findOption(parts, 'host');
  const userId = option && readPerson(valueText(option));
  return userId === undefined ? {} : { host: userId };
}

function closing(parts: MeetParts): Closing | null {
  const until = findOption(parts, 'until');
  if (until !== undefined) return { kind: 'until', text: valueText(until) };
  const duration = findOption(parts, 'for');
  const durationMs = duration && readDuration(valueText(duration));
  return durationMs === undefined ? null : { kind: 'after', durationMs };
}
