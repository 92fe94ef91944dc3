import type { CommandNames, RoomRequest } from './command.ts';
import { formatDuration } from './duration.ts';
import { personText } from './person-mention.ts';
import type { Closing } from './room.ts';
import { quoteIfNeeded, quoteText } from './tokenize-command.ts';

/** Words that are no title when they are the whole text of `/meet`. */
export const RESERVED_WORDS = ['help', 'rooms', 'settings'] as const;
export type ReservedWord = (typeof RESERVED_WORDS)[number];

/** Is the text, taken alone, something else than a title? */
function isReserved(text: string): boolean {
  const word = text.toLowerCase();
  return RESERVED_WORDS.some((reserved) => reserved === word);
}

/**
 * Writes a request as the command that asks for it: reading it back gives the same request. Plain text, to be escaped
 * like any other text before Slack gets it.
 */
export function formatMeetCommand(request: RoomRequest, names: Pick<CommandNames, 'meet'>): string {
  const parts = [names.meet, formatTitle(request.title)];
  if (request.closes !== null) parts.push(formatClosing(request.closes));
  if (request.recording === 'offered') parts.push('--manual');
  if (request.recording === 'off') parts.push('--no-recording');
  if (request.hostOnly) parts.push('--host-only');
  if (request.host !== undefined) parts.push(`--host ${personText(request.host)}`);
  return parts.join(' ');
}

/** A title as it has to be typed. */
export function formatTitle(title: string): string {
  return isReserved(title) ? quoteText(title) : quoteIfNeeded(title);
}

function formatClosing(closing: Closing): string {
  if (closing.kind === 'after') return `--for ${formatDuration(closing.durationMs)}`;
  return `--until ${quoteIfNeeded(closing.text)}`;
}
