import type { Express } from 'express';
import { type CallbackOptions, mountCallbackDoor } from '../vonage/callback-door.ts';
import { parseCallback } from './parse-callback.ts';

export const CALLBACK_PATH = '/callbacks/meetings';

/** `POST /callbacks/meetings/:token`, with the token of a room or of the application. Done is 204. */
export function mountCallbacks(app: Express, options: CallbackOptions): void {
  const wire = { path: CALLBACK_PATH, doneStatus: 204, parse: parseCallback, hasRoomTokens: true } as const;
  mountCallbackDoor(app, wire, options);
}
