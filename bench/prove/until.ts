import { setTimeout as delay } from 'node:timers/promises';

/** A create that is cut off twice, and messages at Slack's pace, take a while. */
const PATIENCE_MS = 900_000;
const LOOK_EVERY_MS = 100;

/** Looks until there is something. Rejects with `what` when there is nothing for too long. */
export async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(LOOK_EVERY_MS, undefined, { ref: false });
  }
  throw new Error(`Waited in vain for ${what}`);
}
