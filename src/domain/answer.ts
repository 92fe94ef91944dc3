import type { ChannelTrouble } from '../errors.ts';
import type { Unoffered } from './capabilities.ts';
import type { CommandProblem, RoomRequest } from './command.ts';
import type { ReservedWord } from './format-meet-command.ts';
import type { Policy } from './policy.ts';
import type { RecordingRow } from './recording-row.ts';
import type { ListPage, ListScope } from './recordings-list.ts';
import type { RoomPlace } from './room.ts';
import type { RoomFailure } from './room-failure.ts';
import type { RoomListPage, RoomRow, UnfinishedRoom } from './room-list.ts';

/** Why somebody may not change settings. */
export type SettingsRefusal = 'guest' | 'not-admin' | 'not-in-channel' | 'other-workspace';

/** Why somebody may not make a room: by the channel's policy, or by who and where they are. */
export type RoomRefusal = 'members-only' | 'admins-only' | 'not-in-channel' | 'other-workspace';

/** Why somebody can't be the host of a room. */
export type HostFault = 'gone' | 'bot' | 'other-workspace' | 'not-in-channel';

/** What became of a wish to start or to stop recording. */
export type RecordingOutcome = 'starting' | 'stopping' | 'already-on' | 'already-off' | 'nobody-in';

/** Where a provider keeps recordings, in its own words. */
export interface StorageFacts {
  /** "Amazon S3" */
  readonly place: string;
  /** "SSE-S3" */
  readonly encryption: string;
  /** Who says so: "Vonage" */
  readonly according: string;
  readonly keptDays: number;
}

/** The code an operator looks up, and a reference to the log line. */
export interface Trouble {
  readonly code: string;
  readonly ref: string;
}

/**
 * Something only one person reads, as data. `hostUrl` and `url` are bearer secrets: they are put in at the moment of
 * answering and never stored. Times are epoch milliseconds.
 */
export type Answer =
  | {
      readonly kind: 'help';
      /** Can the provider record the host alone? */
      readonly hostOnly: boolean;
    }
  | { readonly kind: 'bad-command'; readonly problem: CommandProblem }
  /** Acknowledgements of `/meet`: worded to stand, nothing replaces them. */
  | {
      readonly kind: 'making-room';
      readonly title: string;
      /** Set when the channel's policy allows less recording than was asked for: the most it allows. */
      readonly limitedTo?: 'offered' | 'none';
      /** Set when the title is very like a word that means something. */
      readonly meant?: ReservedWord;
      /** Set when somebody is in another room of the channel just now. */
      readonly meanwhile?: {
        readonly title: string;
        readonly roomKey: string;
        readonly joinUrl: string;
      };
    }
  | { readonly kind: 'too-many-rooms'; readonly limit: number; readonly minutes: number }
  | { readonly kind: 'team-full'; readonly limit: number }
  | {
      readonly kind: 'room-exists';
      readonly title: string;
      readonly hostUserId: string;
      readonly roomKey: string;
      /** Null while that room is still being made. */
      readonly joinUrl: string | null;
      /** What "Make another" asks for, and where; in answers stored before there was a choice: where it is pressed. */
      readonly request: RoomRequest;
      readonly place?: RoomPlace;
    }
  | {
      readonly kind: 'room-ready';
      readonly title: string;
      readonly roomKey: string;
      readonly hostUrl: string;
      readonly longTerm: boolean;
      readonly expiresAt: number | null;
      /** `direct-messages`: made in a direct or group message, so card and recordings go to the host alone. */
      readonly messagesGoTo: 'channel' | 'direct-messages';
    }
  /** To whoever named somebody else as its host. */
  | {
      readonly kind: 'room-ready-for';
      readonly title: string;
      readonly roomKey: string;
      readonly hostUserId: string;
      readonly joinUrl: string;
    }
  | ({
      readonly kind: 'room-not-made';
      readonly title: string;
      readonly failure: RoomFailure;
      /** Set when Try again can help. */
      readonly retryRoomKey: string | null;
    } & Trouble)
  | { readonly kind: 'room-uncertain'; readonly title: string }
  | {
      readonly kind: 'cannot-post';
      readonly title: string;
      readonly why: 'not-invited' | 'archived';
      readonly retryRoomKey: string | null;
    }
  /** Slack did not open a dialog. */
  | { readonly kind: 'dialog-not-shown' }
  | { readonly kind: 'settings-not-shown' }
  /** Conversations between people have no settings. */
  | { readonly kind: 'settings-elsewhere' }
  | { readonly kind: 'settings-refused'; readonly why: SettingsRefusal }
  | {
      readonly kind: 'settings-saved';
      /** Is the channel told of it? */
      readonly isTold: boolean;
    }
  /** A room can't live under a message of a conversation between people. */
  | { readonly kind: 'no-thread-here' }
  | { readonly kind: 'room-refused'; readonly title: string; readonly why: RoomRefusal }
  /** The provider can't do what was asked for. */
  | { readonly kind: 'not-offered'; readonly title: string; readonly what: Unoffered }
  /** The room exists, but Slack refused its card. */
  | ({
      readonly kind: 'card-refused';
      readonly title: string;
      readonly channelId: string;
      readonly joinUrl: string;
      /** Null: Slack minds the card, or had trouble of its own. */
      readonly why: ChannelTrouble | null;
    } & Trouble)
  /** By direct message: the room's channel takes no more messages. */
  | {
      readonly kind: 'channel-refused';
      readonly title: string;
      readonly channelId: string;
      readonly why: ChannelTrouble;
    }
  | { readonly kind: 'taking-longer' }
  | { readonly kind: 'host-link'; readonly title: string; readonly roomKey: string; readonly hostUrl: string }
  | { readonly kind: 'not-host'; readonly title: string; readonly hostUserId: string }
  | { readonly kind: 'room-closed'; readonly title: string }
  | { readonly kind: 'room-unknown' }
  /** `previous` and `next`: the pages around this one; null: there is none. */
  | {
      readonly kind: 'rooms';
      /** On the first page alone. */
      readonly unfinished: readonly UnfinishedRoom[];
      readonly rows: readonly RoomRow[];
      readonly previous: RoomListPage | null;
      readonly next: RoomListPage | null;
    }
  /** Asks back. `until`: when it closes now. */
  | {
      readonly kind: 'how-long-to-extend';
      readonly title: string;
      readonly roomKey: string;
      readonly until: number | null;
    }
  | { readonly kind: 'whom-to-hand-over'; readonly title: string; readonly roomKey: string }
  /** Null: the provider named no time. */
  | { readonly kind: 'room-extended'; readonly title: string; readonly until: number | null }
  | { readonly kind: 'room-closing'; readonly title: string; readonly until: number | null }
  | { readonly kind: 'room-ends-after-session'; readonly title: string }
  | { readonly kind: 'no-session'; readonly title: string }
  | { readonly kind: 'closes-by-itself'; readonly title: string }
  | { readonly kind: 'recording-set'; readonly title: string; readonly outcome: RecordingOutcome }
  | { readonly kind: 'set-recording-refused'; readonly title: string; readonly hostUserId: string }
  | { readonly kind: 'change-refused'; readonly title: string; readonly hostUserId: string }
  | {
      readonly kind: 'handed-over';
      readonly title: string;
      readonly hostUserId: string;
      /** Does a link of the host before still make a host? In answers stored before there was a choice: it does. */
      readonly oldLinkWorks?: boolean;
    }
  | {
      readonly kind: 'host-refused';
      readonly title: string;
      readonly userId: string;
      readonly why: HostFault;
      /** Was it for a new room, which is not made then? */
      readonly noRoom: boolean;
    }
  /** To the new host, from whoever made them it. */
  | {
      readonly kind: 'host-now';
      readonly title: string;
      readonly roomKey: string;
      readonly byUserId: string;
    }
  | {
      readonly kind: 'recording-link';
      readonly title: string;
      readonly recordingId: string;
      readonly sessionId: string;
      readonly startedAt: number;
      readonly url: string;
      /** From the link itself; null when it does not tell. */
      readonly worksUntil: number | null;
      readonly storage: StorageFacts;
    }
  | { readonly kind: 'recording-unknown' }
  | { readonly kind: 'recording-not-ready'; readonly title: string }
  | { readonly kind: 'recording-removed'; readonly title: string; readonly startedAt: number }
  | {
      readonly kind: 'recordings';
      /** As it was understood: a date in it is a moment. */
      readonly scope: ListScope;
      readonly rows: readonly RecordingRow[];
      /** There are more than the rows shown, behind them. */
      readonly more: boolean;
      /** The pages around this one; null: there is none. */
      readonly previous: ListPage | null;
      readonly next: ListPage | null;
    }
  /** An admin has decided that only hosts get links. */
  | { readonly kind: 'link-refused'; readonly title: string; readonly hostUserId: string }
  /** There are recordings, but not for this person. */
  | { readonly kind: 'recordings-refused' }
  | {
      readonly kind: 'delete-refused';
      readonly title: string;
      readonly hostUserId: string;
      readonly rule: Policy['deleteRecordings'];
    }
  /** It stands in the channel from now on. */
  | { readonly kind: 'recording-shared'; readonly title: string }
  | { readonly kind: 'share-refused'; readonly title: string }
  | { readonly kind: 'reminders-chosen'; readonly wanted: boolean }
  | { readonly kind: 'delete-too-early'; readonly title: string }
  | { readonly kind: 'recording-deleted'; readonly title: string; readonly startedAt: number }
  | ({
      readonly kind: 'failed';
      readonly what:
        | 'link'
        | 'delete'
        | 'host-link'
        | 'recordings'
        | 'share'
        | 'settings'
        | 'policy-message'
        | 'recording'
        | 'change'
        | 'rooms';
      /** Set when the room's channel is shut to us: trying again does not help. */
      readonly shut?: ChannelTrouble;
    } & Trouble);

export type AnswerKind = Answer['kind'];

/** Answers that may wait in storage: they hold no secret. */
export type StorableAnswer = Exclude<Answer, { hostUrl: string } | { url: string }>;
