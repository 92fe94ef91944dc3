import type { CommandFault, CommandNames, CommandProblem, LongTermRequest } from './command.ts';
import { formatDuration } from './duration.ts';
import { isGerman } from './find-date.ts';
import { formatMeetCommand } from './format-meet-command.ts';
import { readInstant, type TimeTeller } from './read-instant.ts';
import type { Closing } from './room.ts';

/** A long-term room stays open for longer than this. Source: contract, `expires_at` "greater than 10 minutes from now". */
const OPEN_MORE_THAN_MS = 10 * 60_000;
const EXAMPLE_DURATION_MS = 60 * 60_000;

/** When a room closes, in epoch milliseconds, or why it can't. */
export type ResolvedClosing =
  | { readonly kind: 'at'; readonly at: number }
  | { readonly kind: 'problem'; readonly problem: CommandProblem };

/** The person who typed the command, and the command's name in their workspace. */
export interface ClosingContext extends TimeTeller {
  readonly names: Pick<CommandNames, 'meet'>;
}

/**
 * When the room asked for closes: counted from `now`, a date read in the person's zone and language.
 * A problem's `corrected` is the same request with an example of a closing that works.
 */
export function resolveClosing(request: LongTermRequest, context: ClosingContext): ResolvedClosing {
  const { closes } = request;
  const byDuration = closes.kind === 'after';
  const at = byDuration ? context.now + closes.durationMs : readInstant(closes.text, context);
  const value = byDuration ? formatDuration(closes.durationMs) : closes.text;

  const problem = (fault: CommandFault): ResolvedClosing => {
    const example = { ...request, closes: exampleClosing(closes, context.locale) };
    return { kind: 'problem', problem: { ...fault, corrected: formatMeetCommand(example, context.names) } };
  };
  if (at === undefined) return problem({ kind: 'not-a-date', value });
  const kind = findClosingFault(at, context.now);
  return kind === undefined ? { kind: 'at', at } : problem({ kind, value, at });
}

/** What is wrong with that moment as a room's last; undefined when nothing is. Epoch milliseconds. */
export function findClosingFault(at: number, now: number): 'in-the-past' | 'too-soon' | undefined {
  if (at < now) return 'in-the-past';
  return at <= now + OPEN_MORE_THAN_MS ? 'too-soon' : undefined;
}

/**
 * What is wrong with a closing whatever the person's zone: a date that can't be read, a duration that is too short.
 * Undefined when only the zone can tell.
 */
export function findHopelessClosing(
  request: LongTermRequest,
  context: Omit<ClosingContext, 'timeZone'>,
): CommandProblem | undefined {
  const resolved = resolveClosing(request, { ...context, timeZone: 'UTC' });
  if (resolved.kind === 'at') return undefined;
  const needsNoZone = request.closes.kind === 'after' || resolved.problem.kind === 'not-a-date';
  return needsNoZone ? resolved.problem : undefined;
}

function exampleClosing(closes: Closing, locale: string): Closing {
  if (closes.kind === 'after') return { kind: 'after', durationMs: EXAMPLE_DURATION_MS };
  return { kind: 'until', text: isGerman(locale) ? 'morgen 18:00' : 'tomorrow 18:00' };
}
