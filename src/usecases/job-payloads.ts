import type { StorableAnswer } from '../domain/answer.ts';
import type { HomesOf } from '../domain/home.ts';
import type { ListPage, ListScope, RecordingCursor } from '../domain/recordings-list.ts';
import type { RoomChange } from '../domain/room-change.ts';
import type { RoomListPage } from '../domain/room-list.ts';
import type { PolicyChange, SettingsChange } from '../domain/settings-change.ts';

/** Where the private answer to a command or click goes. */
export interface ReplyTo {
  readonly teamId: string;
  readonly userId: string;
  readonly channelId: string;
  /** Slack's answer address, good for 5 uses in 30 minutes; null: direct message. A secret: blanked after 30 minutes. */
  readonly responseUrl: string | null;
  /** Was the click on a private message of ours, which the answer may replace? */
  readonly replaces: boolean;
  /** The inbox key of the command or click, so that it is known to be answered. */
  readonly requestKey: string;
}

/** What each job carries. A job reads the state; its payload only names what to look at, and whom to answer. */
export interface JobPayloads {
  /** Checks the date and the channel, then asks the provider for the room. `lastTry`: asks for the second time. */
  'create-room': { readonly roomKey: string; readonly reply: ReplyTo; readonly lastTry?: boolean };
  /** After a create that got no answer: looks for the room at the provider before anything is sent again. */
  'find-room': {
    readonly roomKey: string;
    readonly look: 1 | 2;
    readonly reply: ReplyTo;
    readonly lastTry?: boolean;
  };
  'answer-room-ready': { readonly roomKey: string; readonly reply: ReplyTo };
  /** A private answer that is known already. */
  answer: { readonly answer: StorableAnswer; readonly reply: ReplyTo };
  /** 20 s after a request: a word to whoever still waits. */
  'still-working': { readonly reply: ReplyTo };
  'share-host-link': { readonly roomKey: string; readonly reply: ReplyTo; readonly onJoin: boolean };
  'share-recording-link': { readonly recordingId: string; readonly reply: ReplyTo };
  'delete-recording': { readonly recordingId: string; readonly reply: ReplyTo };
  'list-recordings': { readonly scope: ListScope; readonly page?: ListPage; readonly reply: ReplyTo };
  /** Shows a recording to the channel in which its row was read. */
  'share-recording': { readonly recordingId: string; readonly reply: ReplyTo };
  'list-rooms': { readonly page?: RoomListPage; readonly reply: ReplyTo };
  /** Asks back, privately: extended by how much, handed over to whom. */
  'offer-room-change': {
    readonly roomKey: string;
    readonly what: 'extend' | 'hand-over';
    readonly reply: ReplyTo;
  };
  'change-room': { readonly roomKey: string; readonly change: RoomChange; readonly reply: ReplyTo };
  /** Starts or stops recording where that is done from the card. */
  'set-recording': {
    readonly roomKey: string;
    readonly wanted: 'on' | 'off';
    /** Epoch milliseconds; not told by releases before this was. */
    readonly pressedAt?: number;
    readonly reply: ReplyTo;
  };
  'hand-over-room': { readonly roomKey: string; readonly toUserId: string; readonly reply: ReplyTo };
  /** Of a room's recordings, those after that one, or all. */
  'rename-host': { readonly roomKey: string; readonly after?: RecordingCursor };
  /** What a person changed in the settings of the channel they asked in. */
  'change-settings': { readonly change: SettingsChange; readonly reply: ReplyTo };
  /** Tells the channel what an admin has decided; if that can't be, the admin. */
  'announce-policy': {
    readonly key: string;
    readonly changes: readonly PolicyChange[];
    readonly locale: string;
    readonly reply: ReplyTo;
  };
  'announce-room': { readonly roomKey: string };
  'announce-recording': { readonly recordingId: string };
  /** Tells a host what goes soon. */
  'remind-host': { readonly teamId: string; readonly userId: string };
  'update-reminder': { readonly subject: string };
  /** Has the Homes brought up to date that a decision of admins concerns, those after that person's, or all. */
  'update-homes': { readonly of: HomesOf; readonly after?: string };
  'update-home': { readonly teamId: string; readonly userId: string };
  /** Asks the provider for a session's recordings, and makes up for callbacks that never came. */
  'reconcile-session': { readonly sessionId: string };
  /** Housekeeping: retention, expiry by the clock. */
  sweep: Record<string, never>;
}

export type JobName = keyof JobPayloads;
