import { keyOf } from './ledger.ts';
import type { World } from './world.ts';

/** Of all conversations, the messages' `ts` in order. */
export function messagesByKey({ slack, channels, people }: World): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const places = [...channels, ...people.map((id) => `D${id.slice(1)}APP`)];
  for (const place of places) {
    for (const message of messagesIn(slack, place)) {
      const key = keyOf(message);
      if (key !== 'direct') found.set(key, [...(found.get(key) ?? []), String(message['ts'])]);
    }
  }
  return found;
}

function messagesIn({ workspace }: World['slack'], place: string): readonly Record<string, unknown>[] {
  try {
    return workspace.messages(place);
  } catch {
    return []; // nobody has been written to there
  }
}
