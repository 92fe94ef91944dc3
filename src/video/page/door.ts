import type { DoorKey } from './door-key.ts';
import type { Ticket } from './video-client.ts';

/** What stands at the door. */
export interface DoorView {
  readonly title: string;
  readonly isHost: boolean;
  readonly state: 'open' | 'not-yet' | 'full' | 'expired';
  readonly recording: 'automatic' | 'offered' | 'none';
  /** Guests come in only while the host is there. */
  readonly waitingRoom: boolean;
  readonly hostIsIn: boolean;
}

/** `unknown`: no room belongs to the link. */
export type Door = DoorView | 'unknown';

/** `waiting`: for the host · `closed`: the door is not open any more; look at it again. */
export type Answer = Ticket | 'waiting' | 'closed';

/** Throws when the app can't be reached, or has trouble. */
export async function readDoor(key: DoorKey): Promise<Door> {
  const response = await post(`${key}/state`, {});
  if (response.status === 404) return 'unknown';
  return response.json();
}

/** Asks to be let in. Throws when the app can't be reached, or has trouble. */
export async function knock(key: DoorKey, name: string): Promise<Answer> {
  const response = await post(`${key}/join`, { name });
  if (response.ok) return response.json();
  if (response.status !== 409) return 'closed';
  const { error }: { error?: string } = await response.json();
  return error === 'waiting' ? 'waiting' : 'closed';
}

async function post(path: string, body: object): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status >= 500) throw new Error(`The app answered ${response.status}`);
  return response;
}
