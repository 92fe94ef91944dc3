import type { RecordingFile } from '../vonage/recording-files.ts';

/** All times in the model are epoch milliseconds by the server's movable clock. */
export interface Session {
  readonly id: string;
  readonly createdAt: number;
  /** `always`: an archive begins with the first client. */
  readonly archiveMode: 'manual' | 'always';
  /** Through the media router; others can't be archived. */
  readonly isRouted: boolean;
  readonly connections: Map<string, Connection>;
  readonly streams: Map<string, Stream>;
  /** Between `sessionCreated` and `sessionDestroyed`. */
  isLive: boolean;
  /** It has been destroyed before: automatic archives fail from now on. */
  wasLive: boolean;
  /** When the last client left; undefined while one is connected. */
  emptySince: number | undefined;
}

/** What a client token may allow. */
export type Role = 'publisher' | 'subscriber' | 'moderator' | 'publisheronly';

export interface Connection {
  readonly id: string;
  readonly createdAt: number;
  /** The token's `connection_data`. */
  readonly data: string;
  readonly role: Role;
  /** `script`: stays until it is told to leave. `page`: leaves when its page falls silent. */
  readonly source: 'script' | 'page';
}

export interface Stream {
  readonly id: string;
  readonly connection: Connection;
  readonly createdAt: number;
  readonly videoType: 'camera' | 'screen';
  hasAudio: boolean;
  hasVideo: boolean;
}

export type LeaveReason = 'clientDisconnected' | 'forceDisconnected' | 'networkDisconnected';

export type ArchiveStatus =
  | 'started'
  | 'paused'
  | 'stopped'
  | 'uploaded'
  | 'available'
  | 'expired'
  | 'failed';

export interface Archive {
  readonly id: string;
  readonly session: Session;
  readonly settings: ArchiveSettings;
  readonly isAutomatic: boolean;
  readonly startedAt: number;
  status: ArchiveStatus;
  /** Why it is in that state, in the service's words; empty while nothing is to be said. */
  reason: string;
  updatedAt: number;
  /** Recorded until the last pause, in milliseconds. */
  recordedMs: number;
  /** Since when it records; undefined while it doesn't. */
  runningSince: number | undefined;
  /** Streams it has seen: without any, nothing was recorded. */
  readonly streams: Map<string, Pick<Stream, 'id' | 'hasAudio' | 'hasVideo'>>;
  /** Known once it is finished in Vonage's cloud. */
  file: RecordingFile | undefined;
}

/** What can be asked for when an archive is started; the API's own names. */
export interface ArchiveSettings {
  readonly name: string;
  readonly hasAudio: boolean;
  readonly hasVideo: boolean;
  readonly outputMode: 'composed' | 'individual';
  readonly streamMode: 'auto' | 'manual';
  readonly resolution: string;
  readonly multiArchiveTag?: string | undefined;
}

/** Everything the server knows, by id. */
export interface World {
  readonly sessions: Map<string, Session>;
  readonly archives: Map<string, Archive>;
}

/** Being recorded, with or without a pause. */
export const isRunning = ({ status }: Archive): boolean => status === 'started' || status === 'paused';
