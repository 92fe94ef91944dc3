import type { RoomNow } from '../../domain/room-now.ts';
import type { Texts } from '../../locales/texts.ts';
import { dateToken } from './date-token.ts';

/** What decides how long a room is open. Epoch milliseconds. */
export interface ClosingRoom {
  readonly now: RoomNow;
  readonly longTerm: boolean;
  readonly expiresAt: number | null;
  readonly closesAfterSession: boolean;
}

/** How long a room is open, in one sentence. */
export function roomClosing(room: ClosingRoom, texts: Texts): string {
  const { now, longTerm, expiresAt, closesAfterSession } = room;
  if (now.kind === 'expired') return texts.say('card.closed');
  const inSession = now.kind === 'in-session';
  if (longTerm) {
    if (closesAfterSession && inSession) return texts.say('card.closes-after-session');
    if (expiresAt === null) return texts.say('card.stays-open');
    return texts.say('card.open-until', { until: dateToken(expiresAt, 'day-and-time', texts) });
  }
  if (inSession || expiresAt === null) return texts.say('card.closes-when-empty');
  return texts.say('card.closes', { at: dateToken(expiresAt, 'time', texts) });
}
