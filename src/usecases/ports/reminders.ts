import type { RecordingOfRoom } from './recordings.ts';
import type { Member } from './workspace.ts';

/** By when, epoch milliseconds, a provider's recording must have ended for the first or the second reminder to be due. */
export interface RemindersDue {
  readonly provider: string;
  readonly first: number;
  readonly second: number;
  /** Ended before then it is gone already, and nobody is reminded of it. */
  readonly gone: number;
}

export interface DueHost extends Member {
  /** IANA zone. */
  readonly timeZone: string;
}

/** What hosts are reminded of before it goes. */
export interface Reminders {
  /** Hosts of whose recordings one is due, and where a room of theirs was made. */
  hostsDue(due: RemindersDue, limit: number): Promise<readonly DueHost[]>;
  /** A host's recordings that are due, those that ended first in front. */
  dueOf(host: Member, due: RemindersDue, limit: number): Promise<readonly RecordingOfRoom[]>;
  /** So many of a recording's two reminders need not be sent any more. */
  settle(recordingId: string, count: 1 | 2): Promise<void>;
  /** A reminder speaks of those recordings. */
  add(subject: string, recordingIds: readonly string[]): Promise<void>;
  /** The recordings a reminder speaks of, those that ended first in front. */
  recordingsOf(subject: string): Promise<readonly RecordingOfRoom[]>;
  /** The reminders that speak of a recording. */
  subjectsOf(recordingId: string): Promise<readonly string[]>;
}
