import { EventEmitter } from 'node:events';
import type { TrafficEntry } from './protocol.ts';

/** Everything that flows between Slack, the app and the server for its rooms, for "Behind the scenes". */
export interface Traffic {
  add(entry: Omit<TrafficEntry, 'id' | 'at'>): void;
  /** Newest last, at most 200. */
  recent(): readonly TrafficEntry[];
  onChange(listener: () => void): void;
  /** Something else changed that the page shows. */
  touch(): void;
}

const KEPT = 200;

export function createTraffic(): Traffic {
  const entries: TrafficEntry[] = [];
  const changes = new EventEmitter();
  let nextId = 1;
  return {
    add(entry) {
      entries.push({ ...entry, id: nextId++, at: Date.now() });
      if (entries.length > KEPT) entries.shift();
      changes.emit('change');
    },
    recent: () => entries,
    onChange: (listener) => void changes.on('change', listener),
    touch: () => void changes.emit('change'),
  };
}
