import type { Recording } from '../../domain/recording.ts';
import type { RecordingCursor } from '../../domain/recordings-list.ts';
import type { Room } from '../../domain/room.ts';
import type { Page } from './page.ts';

export interface RecordingFilter {
  readonly teamId: string;
  readonly channelId: string;
  readonly roomKey?: string | undefined;
  readonly sessionId?: string | undefined;
  /** Part of the room's title, folded. */
  readonly text?: string | undefined;
  readonly hostUserId?: string | undefined;
  /** Heard of at that moment or later … */
  readonly from?: number | undefined;
  /** … and before that one. Epoch milliseconds. */
  readonly to?: number | undefined;
}

export interface RecordingOfRoom {
  readonly recording: Recording;
  readonly room: Room;
}

export interface Recordings {
  find(recordingId: string): Promise<Recording | undefined>;
  insert(recording: Recording): Promise<boolean>;
  /** Writes what changed, where the stored state still is the one `recording` was read with. */
  advance(recording: Recording, to: Partial<Recording>): Promise<boolean>;
  /** Forgets a recording that turned out not to be ours. */
  drop(recordingId: string): Promise<void>;
  /** Gives the recordings of a newly claimed session to its room; returns their ids. */
  claimOfSession(sessionId: string, roomKey: string): Promise<readonly string[]>;
  /** In order of start. */
  ofSession(sessionId: string): Promise<readonly Recording[]>;
  /** Those of several sessions at once, each session's in order of start. */
  ofSessions(sessionIds: readonly string[]): Promise<readonly Recording[]>;
  /** A page of a channel's, newest first; neither deleted nor gone. */
  list(filter: RecordingFilter, page: Page<RecordingCursor>): Promise<readonly RecordingOfRoom[]>;
}
