import { z } from 'zod';
import type { Room } from './room.ts';
import type { NextStep } from './room-failure.ts';
import type { RoomNow } from './room-now.ts';

/** A room in a private list. Times are epoch milliseconds. */
export interface RoomRow
  extends Pick<
    Room,
    'roomKey' | 'title' | 'hostUserId' | 'recording' | 'expiresAt' | 'closesAfterSession' | 'joinUrl'
  > {
  /** Of whoever reads the list. */
  readonly isHost: boolean;
  readonly longTerm: boolean;
  readonly now: RoomNow;
}

/** A room that is being made, or one of the reader's that could not be, above a private list. */
export interface UnfinishedRoom
  extends Pick<Room, 'roomKey' | 'title' | 'channelId' | 'hostUserId' | 'createdAt'> {
  /** Null: it is being made. */
  readonly nextStep: NextStep | null;
}

/** Where a row stands in a list of rooms: those one can go into first, each part newest first. */
export interface RoomCursor {
  readonly isOpen: boolean;
  readonly createdAt: number;
  readonly roomKey: string;
}

/** The page that comes after a row, or the one that ends before it. */
export type RoomListPage = { readonly after: RoomCursor } | { readonly before: RoomCursor };

const cursor = z.object({
  isOpen: z.boolean(),
  createdAt: z.number(),
  roomKey: z.string().min(1).max(200),
});

/** The shape of the above, for what comes back from a queue or a button. */
export const roomListPageSchema: z.ZodType<RoomListPage> = z.union([
  z.strictObject({ after: cursor }),
  z.strictObject({ before: cursor }),
]);
