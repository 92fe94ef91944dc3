import type { Roomtone } from './roomtone.ts';

const TABLES = ['rooms', 'sessions', 'recordings', 'posts', 'inbox', 'audit'] as const;

/** Everything the app has stored about meetings and messages. */
export function stored(app: Roomtone): Record<string, unknown[]> {
  return Object.fromEntries(TABLES.map((table) => [table, app.sql(`select * from ${table} order by 1, 2`)]));
}
