import { keyOf } from './message-key.ts';
import type { World } from './world.ts';

/** Of all conversations, the messages' `ts` in order. */
export function messagesByKey(world: World): ReadonlyMap<string, readonly string[]> {
  const { slack, channels, people, admins } = world;
  const found = new Map<string, string[]>();
  const everybody = [...people, ...admins.map(({ host }) => host)];
  const places = [...channels, ...admins.map(({ channel }) => channel), ...everybody.map(world.directOf)];
  for (const place of places) {
    for (const message of messagesIn(slack, place)) {
      const key = keyOf(message);
      if (key !== 'direct') found.set(key, [...(found.get(key) ?? []), String(message['ts'])]);
    }
  }
  return found;
}

/** What stands in a conversation. */
export function messagesIn({ workspace }: World['slack'], place: string): readonly Record<string, unknown>[] {
  try {
    return workspace.messages(place);
  } catch {
    return []; // nobody has been written to there
  }
}
