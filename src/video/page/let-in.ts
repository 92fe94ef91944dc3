import { knock } from './door.ts';
import type { DoorKey } from './door-key.ts';
import type { Ticket } from './video-client.ts';

const KNOCK_EVERY_MS = 2_000;

export interface Visitor {
  readonly name: string;
  /** The host is waited for. */
  onWaiting(): void;
  /** Asked between two knocks: false ends the waiting. */
  isStillThere(): boolean;
}

/** Knocks until one is let in. `closed`: the door is not open any more. Throws when the first knock is not answered. */
export async function letIn(key: DoorKey, visitor: Visitor): Promise<Ticket | 'closed' | 'gone'> {
  let answer = await knock(key, visitor.name);
  while (answer === 'waiting') {
    visitor.onWaiting();
    await new Promise((resolve) => setTimeout(resolve, KNOCK_EVERY_MS));
    if (!visitor.isStillThere()) return 'gone';
    // Who waits goes on waiting while the app can't be reached.
    answer = await knock(key, visitor.name).catch(() => 'waiting' as const);
  }
  return answer;
}
