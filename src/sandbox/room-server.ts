import type { Meetings, MeetingsOptions } from './meetings/server.ts';
import type { SandboxControls, WorkspaceView } from './protocol.ts';
import type { SandboxSettings } from './settings.ts';

/** The engines the app can have its rooms from, as its `PROVIDER` setting names them. */
export const PROVIDERS = ['vonage-meetings', 'vonage-video'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** What any local server behind the app's rooms is started with. */
export interface RoomServerOptions
  extends Pick<MeetingsOptions, 'host' | 'port' | 'traffic' | 'folder' | 'pageFolder'> {
  readonly settings: SandboxSettings;
  readonly appUrl: string;
}

/** A room of the app's, as its card in Slack shows it. */
export interface SeenRoom {
  readonly title: string;
  /** Where its guests join. */
  readonly guestUrl: string;
}

/** Whichever local server stands behind the app's rooms. */
export interface RoomServer {
  readonly url: string;
  /** What the app has to be told of it. */
  readonly appEnv: Readonly<Record<string, string>>;
  /** How long it keeps recordings. */
  readonly keptDays: number;
  readonly control: RoomControl;
  /** Makes a recording that took place in the room at these times (epoch milliseconds). */
  recordPast(room: SeenRoom, times: { readonly startedAt: number; readonly endedAt: number }): Promise<void>;
  /** The room is of no use any more. */
  closeRoom(room: SeenRoom): Promise<void>;
  /** The Meetings server itself, when it is that one. */
  readonly meetings?: Meetings;
  close(): Promise<void>;
}

/** What the workspace page's buttons ask of it. */
export interface RoomControl {
  advance(seconds: number): void;
  aheadSeconds(): number;
  bringGuest(roomId: string): void;
  liveRooms(): WorkspaceView['liveRooms'];
  setFaults(faults: Parameters<SandboxControls['setFaults']>[0]): void;
  faults(): WorkspaceView['faults'];
}
