import { setTimeout as delay } from 'node:timers/promises';

/** A create that is cut off twice, and messages at Slack's pace, take a while. */
const PATIENCE_MS = 900_000;
const LOOK_EVERY_MS = 100;

/** What somebody waits for just now. */
export const waitedFor = new Set<string>();

/** Looks until there is something. Rejects with `what` when there is nothing for too long. */
export async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  waitedFor.add(what);
  try {
    while (Date.now() < deadline) {
      const found = await look();
      if (found !== undefined) return found;
      await delay(LOOK_EVERY_MS, undefined, { ref: false });
    }
  } finally {
    waitedFor.delete(what);
  }
  throw new Error(`Waited in vain for ${what}`);
}
