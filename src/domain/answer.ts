import type { ChannelTrouble } from '../errors.ts';
import type { CommandProblem } from './command.ts';
import type { NewRoomAnswer } from './new-room-answer.ts';
import type { RecordingAnswer } from './recording-answer.ts';
import type { RoomAnswer } from './room-answer.ts';
import type { Trouble } from './trouble.ts';

/** Why somebody may not change settings. */
export type SettingsRefusal = 'guest' | 'not-admin' | 'not-in-channel' | 'other-workspace';

/**
 * Something only one person reads, as data. `hostUrl` and `url` are bearer secrets: they are put in at the moment of
 * answering and never stored. Times are epoch milliseconds.
 */
export type Answer =
  | NewRoomAnswer
  | RoomAnswer
  | RecordingAnswer
  | {
      readonly kind: 'help';
      /** Can the provider record the host alone? */
      readonly hostOnly: boolean;
    }
  | { readonly kind: 'bad-command'; readonly problem: CommandProblem }
  | { readonly kind: 'settings-not-shown' }
  /** Conversations between people have no settings. */
  | { readonly kind: 'settings-elsewhere' }
  | { readonly kind: 'settings-refused'; readonly why: SettingsRefusal }
  | {
      readonly kind: 'settings-saved';
      /** Is the channel told of it? */
      readonly isTold: boolean;
    }
  | { readonly kind: 'taking-longer' }
  | { readonly kind: 'reminders-chosen'; readonly wanted: boolean }
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
