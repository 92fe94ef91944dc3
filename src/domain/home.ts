import type { RecordingRow } from './recording-row.ts';
import type { RecordingMode } from './room.ts';
import type { NextStep } from './room-failure.ts';
import type { InSession } from './room-now.ts';

export interface HomeRoom {
  readonly roomKey: string;
  readonly title: string;
  readonly channelId: string;
  /** Made between people: such a place can't be named to others. */
  readonly direct: boolean;
  readonly longTerm: boolean;
  readonly expiresAt: number | null;
  readonly closesAfterSession: boolean;
  readonly joinUrl: string | null;
  readonly recording: RecordingMode;
  /** Who is in it; null: nobody. */
  readonly session: InSession | null;
}

export interface FailedRoom {
  readonly roomKey: string;
  readonly title: string;
  readonly channelId: string;
  readonly createdAt: number;
  readonly nextStep: NextStep;
}

/** Some of a list, and whether there are more. */
export interface Some<Row> {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/** What somebody's Home shows. Nothing secret stands here. Times are epoch milliseconds. */
export interface Home {
  /** Recordings of theirs that go soon: within the time of the first reminder. */
  readonly expiring: Some<RecordingRow>;
  /** Rooms of theirs that could not be made, of the last days. */
  readonly failed: Some<FailedRoom>;
  readonly rooms: Some<HomeRoom>;
  /** All others. */
  readonly recordings: Some<RecordingRow>;
  readonly reminders: boolean;
  /** How many days before recordings of new rooms go they are reminded first. */
  readonly firstReminder: number;
  /** By the workspace's policy; a channel's may be stricter. */
  readonly mayMakeRooms: boolean;
  /** Of the channels they are in. */
  readonly mayChangeSettings: boolean;
  /** For workspace admins; null for everybody else. */
  readonly workspace: WorkspaceState | null;
}

/** Homes of a workspace, or of those in it who are hosts. */
export interface HomesOf {
  readonly teamId: string;
  /** Left out: everybody's. `anywhere`: of whoever hosts a room at all; otherwise of whoever does in that channel. */
  readonly hostsIn?: 'anywhere' | { readonly channelId: string };
}

export interface WorkspaceState {
  readonly liveRooms: number;
  readonly roomLimit: number;
  /** Of this installation, whichever workspace they were for. */
  readonly buriedJobs: number;
}
