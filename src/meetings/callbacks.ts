import type { CallbackWire } from '../vonage/callback-wire.ts';
import { parseCallback } from './parse-callback.ts';

/** `POST /callbacks/meetings/:token`, with the token of a room or of the application. Done is 204. */
export const MEETINGS_CALLBACKS: CallbackWire = {
  path: '/callbacks/meetings',
  doneStatus: 204,
  parse: parseCallback,
  hasRoomTokens: true,
};
