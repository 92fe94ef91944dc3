import { AFTER_USE_MS } from './room.ts';

const DAY_MS = 24 * 60 * 60_000;

/** By how many days a long-term room can be extended in one go. */
export const EXTENSIONS_DAYS = { day: 1, week: 7, month: 30 } as const;
export type Extension = keyof typeof EXTENSIONS_DAYS;

/** What can be changed in a long-term room at the provider. */
export type RoomChange =
  /** `until` was counted when it was asked for, so that carrying it out twice is the same as once. */
  | { readonly kind: 'extend'; readonly until: number }
  | { readonly kind: 'end-after-session' }
  | { readonly kind: 'close' };

/** Until when a room is open once extended: counted from when it would have closed, at the earliest from now. */
export function extendedUntil(expiresAt: number | null, by: Extension, now: number): number {
  return Math.max(expiresAt ?? now, now) + EXTENSIONS_DAYS[by] * DAY_MS;
}

/** The provider wants more than 10 minutes; its clock may be a little ahead of ours. */
const CLOCKS_APART_MS = 60_000;

/** When a room closes that is to close as soon as it can. */
export function soonestClosing(now: number): number {
  return now + AFTER_USE_MS + CLOCKS_APART_MS;
}
