import { leadingDate } from './find-date.ts';
import type { MeetFault } from './find-option-fault.ts';
import { formatTitle } from './format-meet-command.ts';
import { findOption, type MeetParts, meetText, optionText } from './meet-parts.ts';
import { TITLE_MAX } from './room.ts';
import { spokenText, typedText } from './tokenize-command.ts';

/** What is wrong with the title of a command whose options are all right; undefined when nothing is. */
export function findTitleFault(parts: MeetParts): MeetFault | undefined {
  const title = spokenText(parts.title);
  if (title === '') return { fault: { kind: 'title-missing' }, mended: withTitle(parts) };
  if (title.length <= TITLE_MAX) return undefined;
  const mended = meetText(formatTitle(cutTitle(title)), parts.options.map(optionText));
  return { fault: { kind: 'title-too-long', length: title.length, max: TITLE_MAX }, mended };
}

/** The command with a title: what follows the date in `--until Friday 18:00 Weekly sync`, else an example. */
function withTitle(parts: MeetParts): string {
  const until = findOption(parts, 'until');
  const words = until?.value ?? [];
  const dateLength = leadingDate(words.map((word) => word.raw));
  if (dateLength > 0 && dateLength < words.length) {
    const options = parts.options.map((option) =>
      option === until ? { ...option, value: words.slice(0, dateLength) } : option,
    );
    return meetText(typedText(words.slice(dateLength)), options.map(optionText));
  }
  const longTerm = until !== undefined || findOption(parts, 'for') !== undefined;
  return meetText(longTerm ? 'Weekly sync' : 'Design review', parts.options.map(optionText));
}

/** Cut at the last space that makes it short enough; a title without spaces, between two characters. */
function cutTitle(title: string): string {
  const space = title.lastIndexOf(' ', TITLE_MAX);
  return space > 0 ? title.slice(0, space) : title.slice(0, TITLE_MAX).replace(/[\uD800-\uDBFF]$/, '');
}
