import { sessionStarted } from './callback-request.ts';
import type { Load } from './load.ts';

/** So many senders at once, whoever is compared. */
export const CALLBACK_CONNECTIONS = 32;

export function callbacksTo(url: string, requests: number): Load {
  return { url, requests, connections: CALLBACK_CONNECTIONS, make: sessionStarted, expectStatus: 204 };
}
