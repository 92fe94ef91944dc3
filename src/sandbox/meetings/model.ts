import type { RecordingFile } from '../vonage/recording-files.ts';
import type { RoomInput } from './room-schema.ts';

/** Which behaviour is shown where the published specification and the service of January 2023 differ. */
export type Profile = 'spec' | 'live-2023';

/** A room as it was asked for, with every default filled in; the API's own names. */
export type RoomDetails = Required<
  Pick<
    RoomInput,
    'display_name' | 'metadata' | 'type' | 'theme_id' | 'join_approval_level' | 'expire_after_use'
  >
> &
  Pick<RoomInput, 'callback_urls'> & {
    readonly recording_options: { readonly auto_record: boolean; readonly record_only_owner: boolean };
    readonly initial_join_options: { readonly microphone_state: 'on' | 'off' | 'default' };
    readonly available_features: Readonly<Record<string, boolean>>;
    readonly ui_settings: { readonly language: string };
  };

/** All times in the model are epoch milliseconds by the server's movable clock. */
export interface Room {
  readonly id: string;
  /** What paging counts by; never shown in a room. */
  readonly serial: number;
  readonly createdAt: number;
  /** Nine digits: the PIN, and the path of the guest link. */
  readonly meetingCode: string;
  readonly hostParticipantId: string;
  details: RoomDetails;
  /** Planned end: moves with each last leave in an instant room. */
  expiresAt: number;
  isExpired: boolean;
  /** The session that is going on. */
  session: Session | undefined;
  /** When the last session's last participant left; undefined before the first session. */
  lastLeftAt: number | undefined;
}

export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly isHost: boolean;
  readonly hasCamera: boolean;
  /** `script`: stays until it is told to leave. `page`: leaves when its page falls silent. */
  readonly source: 'script' | 'page';
}

export interface Session {
  readonly id: string;
  readonly room: Room;
  readonly startedAt: number;
  endedAt: number | undefined;
  readonly people: Map<string, Participant>;
  /** When the last participant left; undefined while somebody is in. */
  emptySince: number | undefined;
  /** Somebody pressed Start recording (rooms that are not recorded automatically). */
  recordingWanted: boolean;
  /** The recording that is being made. */
  recording: Recording | undefined;
}

export interface Recording {
  readonly id: string;
  readonly session: Session;
  readonly startedAt: number;
  endedAt: number | undefined;
  status: 'started' | 'stopped' | 'uploaded';
  /** Known once uploaded. */
  file: RecordingFile | undefined;
}

/** Everything the server knows, by id. */
export interface World {
  readonly rooms: Map<string, Room>;
  readonly sessions: Map<string, Session>;
  readonly recordings: Map<string, Recording>;
}
