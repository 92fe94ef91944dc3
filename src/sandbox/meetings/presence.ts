import type { World } from './model.ts';
import type { Sessions } from './sessions.ts';

const SWEEP_MS = 1_000;

/** Knows which pages are still there: one that falls silent for too long, in real time, has left. */
export interface Presence {
  seen(participantId: string): void;
  stop(): void;
}

export function createPresence(deps: {
  readonly world: World;
  readonly sessions: Sessions;
  readonly silenceMs: number;
}): Presence {
  const { world, sessions, silenceMs } = deps;
  const lastSeenAt = new Map<string, number>();

  const isGone = (participantId: string): boolean =>
    (lastSeenAt.get(participantId) ?? 0) < performance.now() - silenceMs;

  const sweep = setInterval(() => {
    for (const session of world.sessions.values()) {
      for (const { id, source } of session.people.values()) {
        if (source === 'page' && isGone(id)) sessions.leave(session, id);
      }
    }
  }, SWEEP_MS).unref();

  return {
    seen: (participantId) => void lastSeenAt.set(participantId, performance.now()),
    stop: () => clearInterval(sweep),
  };
}
