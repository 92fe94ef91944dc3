import type { RecordingsSearch } from './recordings-list.ts';
import type { Closing, RoomPlan } from './room.ts';

/** A room as asked for. `closes: null` means an instant room. */
export interface RoomRequest extends RoomPlan {
  readonly closes: Closing | null;
  /** Slack id of its host. Left out: whoever asks. */
  readonly host?: string;
}

/** A request for a long-term room. */
export interface LongTermRequest extends RoomRequest {
  readonly closes: Closing;
}

/** The slash commands' names, with the slash, as the workspace knows them. */
export interface CommandNames {
  readonly meet: string;
  readonly recordings: string;
}

/** What is wrong with a command, with what a sentence about it needs. Options are named with their dashes. */
export type CommandFault =
  | { readonly kind: 'unknown-option'; readonly option: string; readonly suggestion: string | null }
  | { readonly kind: 'missing-value'; readonly option: string }
  | { readonly kind: 'repeated-option'; readonly option: string }
  | { readonly kind: 'conflicting-options'; readonly first: string; readonly second: string }
  /** The provider can't do it. */
  | { readonly kind: 'not-offered'; readonly option: string }
  | { readonly kind: 'not-a-duration'; readonly value: string }
  | { readonly kind: 'not-a-date'; readonly value: string }
  | { readonly kind: 'not-a-person'; readonly value: string }
  | { readonly kind: 'too-soon'; readonly value: string; readonly at: number }
  | { readonly kind: 'in-the-past'; readonly value: string; readonly at: number }
  | { readonly kind: 'title-missing' }
  | { readonly kind: 'title-too-long'; readonly length: number; readonly max: number };

/**
 * A fault and its remedy: `corrected` is a whole command to copy, in plain text that still has to be escaped for Slack;
 * null when nothing sensible can be suggested.
 */
export type CommandProblem = CommandFault & { readonly corrected: string | null };

export type MeetCommand =
  /** Nothing at all: the dialog. */
  | { readonly kind: 'dialog' }
  | { readonly kind: 'help' }
  | { readonly kind: 'rooms' | 'settings' }
  | { readonly kind: 'room'; readonly request: RoomRequest }
  | { readonly kind: 'problem'; readonly problem: CommandProblem };

export type RecordingsCommand =
  | ({ readonly kind: 'channel' } & RecordingsSearch)
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'recording'; readonly recordingId: string };
