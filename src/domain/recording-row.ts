import type { Policy } from './policy.ts';

/** Which of a session's recordings this is, both counted from 1. Null when it is the only one. */
export type Position = { readonly index: number; readonly of: number } | null;

/** How long a recording is there. */
export interface Kept {
  readonly until: number;
  /** By the reader's calendar: 0 on the last day; negative: its time is over, and buttons may not work any more. */
  readonly daysLeft: number;
}

/** A recording in a private list. */
export interface RecordingRow {
  readonly recordingId: string;
  readonly title: string;
  readonly hostName: string;
  readonly startedAt: number;
  readonly lengthSeconds: number | null;
  readonly position: Position;
  /** Null while it is still being made or uploaded, and when it failed: such a row has no buttons. */
  readonly kept: Kept | null;
  /** There is no video and will be none. */
  readonly failed: boolean;
  readonly mayGetLink: boolean;
  readonly mayDelete: boolean;
  /** By the channel's policy, for the question before it is done. */
  readonly whoDeletes: Policy['deleteRecordings'];
  /** Can it be shown to the channel in which the list is read? */
  readonly mayShare: boolean;
  readonly timeZone: string;
}
