import type { NoRoomReason } from './room-failure.ts';

/** When a long-term room closes, as typed. A date needs the person's time zone, so it stays text until that is known. */
export type Closing =
  | { readonly kind: 'after'; readonly durationMs: number }
  | { readonly kind: 'until'; readonly text: string };

/** How sessions in a room are recorded. `offered`: people in the room start and stop it. */
export type RecordingMode = 'automatic' | 'offered' | 'off';

/** Who may join. `after-host`: nobody before the host is in; `host-admits`: the host lets each person in. */
export const JOIN_APPROVALS = ['everyone', 'after-host', 'host-admits'] as const;
export type JoinApproval = (typeof JOIN_APPROVALS)[number];

/** What a person asked for with `/meet`, before anything exists. */
export interface RoomPlan {
  /** 1 to 200 characters, Slack's escapes undone. */
  readonly title: string;
  readonly recording: RecordingMode;
  /** Record only the host's video and any shared screen. Never with `recording: 'off'`. */
  readonly hostOnly: boolean;
  readonly joinApproval: JoinApproval;
}

/** Where a room belongs. */
export interface RoomPlace {
  readonly channelId: string;
  /** Is that a direct or group message? */
  readonly direct: boolean;
  /** Slack's `ts` of the message in whose thread it lives; null: none. */
  readonly threadTs: string | null;
}

/**
 * `making`: asked for, the provider has not confirmed it. `open`: exists. `failed`: could not be made; its host may try
 * again. `expired`: no session can start in it any more.
 */
export type RoomState = 'making' | 'open' | 'failed' | 'expired';

/** A room made by `/meet`, tied to the channel it was made in. Times are epoch milliseconds. */
export interface Room extends RoomPlan {
  /** Our own id; the provider carries it as the room's `metadata`. */
  readonly roomKey: string;
  readonly provider: string;
  readonly teamId: string;
  /** The channel `/meet` was typed in. */
  readonly channelId: string;
  /** Is that a direct or group message? An app has no place there, so card and recordings go to the host alone. */
  readonly direct: boolean;
  /** Where the card and the recording messages go: the channel, or the host's direct messages. Null until checked. */
  readonly postChannelId: string | null;
  /** Slack's `ts` of the message whose thread card and recording messages are replies in; null: the channel itself. */
  readonly threadTs: string | null;
  readonly hostUserId: string;
  /** Who asked for it: its first host, or whoever named another. */
  readonly madeBy: string;
  readonly state: RoomState;
  /** As asked for. A long-term room has many sessions until then; null: an instant room, which closes by itself. */
  readonly closes: Closing | null;
  /** When the room closes, once known: by what was asked for, or by the provider's answer for an instant room. */
  readonly expiresAt: number | null;
  /** A long-term room that closes when its session ends, whatever `expiresAt` says. */
  readonly closesAfterSession: boolean;
  /** The provider's id; null until the provider answered. */
  readonly providerRoomId: string | null;
  /** Link for guests. Not a secret: it stands on the card. */
  readonly joinUrl: string | null;
  /** Language of the channel messages, and zone for dates without a clock time: the host's. */
  readonly locale: string;
  readonly timeZone: string;
  /** The host's name in plain text, for dialogs that cannot mention people. */
  readonly hostName: string;
  readonly createdAt: number;
  /** Of a failed room: why; null: nobody knows. */
  readonly failure: NoRoomReason | null;
  /** When the creating request was last sent; null: never. Set before it is sent. */
  readonly createBeganAt: number | null;
  /** Where in the provider's list of rooms it stands at the earliest; null: anywhere. */
  readonly listFrom: number | null;
}

/** How long a room stays open after its last session. Source: contract §6, instant rooms and `expire_after_use`. */
export const AFTER_USE_MS = 10 * 60_000;

/** When a room closes now that its session has ended, if that changes by it; undefined when it does not. */
export function closingAfterSession(
  room: Pick<Room, 'closes' | 'closesAfterSession' | 'expiresAt'>,
  endedAt: number,
): number | undefined {
  const at = endedAt + AFTER_USE_MS;
  if (room.closes === null) return at;
  if (!room.closesAfterSession) return undefined;
  // One more session can begin in these ten minutes, and then they count anew.
  const isSooner = room.expiresAt === null || at < room.expiresAt || room.expiresAt <= endedAt;
  return isSooner ? at : undefined;
}

/** Longest title the Meetings API takes, in characters. Source: contract, `display_name` maxLength 200. */
export const TITLE_MAX = 200;

/** Titles that differ only in case, width, spacing or accents' encoding name the same room. */
export function foldTitle(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
