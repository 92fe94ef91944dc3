/** Why a room could not be made; each has its own sentence. `uncertain`: it may have been. */
export type RoomFailure =
  | 'unreachable'
  | 'error'
  | 'rejected'
  | 'credentials'
  | 'room-limit'
  | 'uncertain'
  | 'internal';

/** The same, or that we may not post in its channel. */
export type NoRoomReason = RoomFailure | 'not-invited' | 'archived';

/** What whoever wanted a room can do about it. The first two: Try again can help. */
export type NextStep =
  | 'try-again'
  | 'invite-and-retry'
  | 'other-wish'
  | 'ask-admin'
  | 'other-channel'
  | 'not-allowed';

const NEXT_STEPS: Readonly<Record<NoRoomReason, NextStep>> = {
  unreachable: 'try-again',
  error: 'try-again',
  uncertain: 'try-again',
  internal: 'try-again',
  rejected: 'other-wish',
  credentials: 'ask-admin',
  'room-limit': 'ask-admin',
  'not-invited': 'invite-and-retry',
  archived: 'other-channel',
};

/** Null: nobody knows why, so trying again may help. */
export function nextStepAfter(reason: NoRoomReason | null): NextStep {
  return reason === null ? 'try-again' : NEXT_STEPS[reason];
}
