import type { ChannelTrouble } from '../errors.ts';
import type { Unoffered } from './capabilities.ts';
import type { RoomRequest } from './command.ts';
import type { ReservedWord } from './format-meet-command.ts';
import type { RoomPlace } from './room.ts';
import type { RoomFailure } from './room-failure.ts';
import type { Trouble } from './trouble.ts';

/** Why somebody may not make a room: by the channel's policy, or by who and where they are. */
export type RoomRefusal = 'members-only' | 'admins-only' | 'not-in-channel' | 'other-workspace';

/** Answers to whoever asks for a room, until it is there or is not. */
export type NewRoomAnswer =
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
    };
