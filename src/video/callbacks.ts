import type { ApplyEvent, CallbackWire } from '../vonage/callback-wire.ts';
import { parseCallback } from './parse-callback.ts';

/** `POST /callbacks/video/:token`, with the token of the application. Done is exactly 200: Vonage repeats all else. */
export const VIDEO_CALLBACKS: CallbackWire = {
  path: '/callbacks/video',
  doneStatus: 200,
  parse: parseCallback,
  hasRoomTokens: false,
  around: (apply) => onceEachConnection(withRoom(apply)),
};

/** Nothing Vonage sends names a room; the session was made for one. */
function withRoom(apply: ApplyEvent): ApplyEvent {
  return async (tables, delivery) => {
    const { event } = delivery;
    if (event.kind === 'room-expired') return apply(tables, delivery);
    const providerRoomId = (await tables.sessions.find(event.sessionId))?.providerRoomId ?? null;
    return apply(tables, { ...delivery, event: { ...event, providerRoomId } });
  };
}

/**
 * A connection has an id of its own, and comes and goes once. So one that is told to have left before it is told to have
 * come is not left standing in the room.
 */
function onceEachConnection(apply: ApplyEvent): ApplyEvent {
  return async (tables, delivery) => {
    const { event, now } = delivery;
    if (event.kind === 'participant-joined' || event.kind === 'participant-left') {
      const isNew = await tables.inbox.accept(`connection:${event.participantId}`, 'callback', now);
      if (event.kind === 'participant-joined' && !isNew) return 'seen';
    }
    return apply(tables, delivery);
  };
}
