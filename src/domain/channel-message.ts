import type { Lateness } from './lateness.ts';
import type { Policy } from './policy.ts';
import type { Position, RecordingRow } from './recording-row.ts';
import type { RecordingMode } from './room.ts';
import type { RoomNow } from './room-now.ts';
import type { PolicyChange } from './settings-change.ts';

/** Who reads the messages of a room: its channel, or the host alone in direct messages. */
export type Audience = 'channel' | 'host';

/**
 * A message in a channel, as data: the same data always renders to the same message. Nothing secret may stand here;
 * everybody in the channel reads it. Times are epoch milliseconds.
 */
export type ChannelMessage =
  | {
      readonly kind: 'room-card';
      readonly roomKey: string;
      readonly title: string;
      readonly hostUserId: string;
      readonly recording: RecordingMode;
      /** Set where its host starts and stops recording on the card; left out: people do so in the room. */
      readonly hostRecords?: true;
      readonly hostOnly: boolean;
      readonly longTerm: boolean;
      /** A closed room's card has no Join. */
      readonly now: RoomNow;
      readonly expiresAt: number | null;
      /** A long-term room that does not stay open for another session. */
      readonly closesAfterSession: boolean;
      readonly joinUrl: string;
    }
  | {
      readonly kind: 'recording-started';
      readonly recordingId: string;
      readonly roomKey: string;
      readonly title: string;
      readonly startedAt: number;
      /** Null once the recording has ended. */
      readonly joinUrl: string | null;
    }
  | {
      readonly kind: 'recording-ended';
      readonly recordingId: string;
      readonly title: string;
      readonly lengthSeconds: number | null;
      readonly next:
        | { readonly kind: Lateness }
        | { readonly kind: 'ready'; readonly permalink: string | null }
        | { readonly kind: 'failed' }
        | { readonly kind: 'removed' };
    }
  /** There is no video and will be none. */
  | {
      readonly kind: 'recording-failed';
      readonly recordingId: string;
      readonly title: string;
      readonly startedAt: number;
      /** In the provider's own words; null: it did not say. */
      readonly reason: string | null;
    }
  | {
      readonly kind: 'recording-ready';
      readonly recordingId: string;
      readonly title: string;
      readonly hostUserId: string;
      /** For the confirm dialog, which cannot mention people. */
      readonly hostName: string;
      readonly startedAt: number;
      /** Null where a message of its own has told the end. */
      readonly endedAt: number | null;
      readonly lengthSeconds: number | null;
      readonly position: Position;
      /** The recording's last day. */
      readonly keptUntil: number;
      readonly audience: Audience;
      /** By the channel's policy: who may open it, and who may delete it. */
      readonly whoOpens: Policy['seeLinks'];
      readonly whoDeletes: Policy['deleteRecordings'];
      /** IANA zone for the confirm dialog's date. */
      readonly timeZone: string;
    }
  /** A row of somebody's list, shown to the channel. */
  | {
      readonly kind: 'recording-shared';
      readonly recordingId: string;
      readonly sharedBy: string;
      readonly title: string;
      readonly startedAt: number;
      readonly lengthSeconds: number | null;
      readonly position: Position;
      /** The recording's last day; null once it is no more. */
      readonly keptUntil: number | null;
      /** IANA zone for the button's label. */
      readonly timeZone: string;
    }
  /** What an admin has decided, told where they did. */
  | {
      readonly kind: 'policy-changed';
      /** Tells one such message from another. */
      readonly key: string;
      readonly changedBy: string;
      /** One at least. */
      readonly changes: readonly PolicyChange[];
    }
  | {
      readonly kind: 'recording-deleted';
      readonly recordingId: string;
      readonly title: string;
      readonly startedAt: number;
      readonly deletedBy: string;
      readonly deletedAt: number;
    }
  | {
      readonly kind: 'recording-gone';
      readonly recordingId: string;
      readonly title: string;
      readonly startedAt: number;
      readonly goneSince: number;
    }
  /** To a host, in direct messages: these go soon. */
  | {
      readonly kind: 'reminder';
      /** Which one of that host. */
      readonly subject: string;
      readonly rows: readonly ReminderRow[];
      /** How many more there are than rows. */
      readonly more: number;
    };

/** A row of a reminder; the reminder stands for longer than the recording. */
export interface ReminderRow extends RecordingRow {
  readonly isRemoved: boolean;
}

export type MessageKind = ChannelMessage['kind'];
