/** Calls its listeners 15 times a second. */
export interface Ticker {
  /** Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

/**
 * Ticks come from a worker: a page's own timers slow down to one a second or a minute once its tab is hidden, and the host
 * looks at Slack while the room goes on recording.
 */
export function createTicker(): Ticker {
  const listeners = new Set<() => void>();
  const worker = new Worker(new URL('./ticker-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', () => {
    for (const listener of listeners) listener();
  });
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
