import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openOutside, startApp } from './support/app.ts';
import type { Bench } from './support/bench.ts';
import { callbacksTo } from './support/callback-load.ts';
import { load } from './support/load.ts';
import { residentMb } from './support/program.ts';
import type { Report } from './support/report.ts';
import { seedRooms } from './support/seed-rooms.ts';

const AT_ONCE = 10_000;
const AFTER = [10_000, 100_000, 1_000_000] as const;
/** What was needed for a moment is given back by then. */
const SETTLE_MS = 3_000;

/** What the app needs of memory after ten thousand callbacks, and after a million: once, since that takes minutes. */
export async function benchMemory(bench: Bench): Promise<Report> {
  const databaseUrl = `file:${join(bench.folder, 'memory.db')}`;
  const [room] = await seedRooms(databaseUrl, { rooms: 1, channels: 1 });
  const app = await startApp(bench, { ...(await openOutside(bench)), databaseUrl });
  const url = `${app.origin}${room?.callbackPath}`;
  const megabytes: number[] = [];
  let sent = 0;
  for (const count of AFTER) {
    for (; sent < bench.many(count); sent += bench.many(AT_ONCE)) {
      await load(callbacksTo(url, bench.many(AT_ONCE)));
    }
    await delay(SETTLE_MS);
    megabytes.push(residentMb(app.pid));
  }
  const [first = 0, , last = 0] = megabytes;
  return {
    columns: ['resident MB'],
    rows: AFTER.map((count, n) => ({
      name: `after ${count.toLocaleString('en')} callbacks`,
      values: [megabytes[n] ?? null],
    })),
    goals: [{ what: 'memory from 10⁴ to 10⁶ callbacks', unit: 'MB', value: last - first, atMost: 20 }],
  };
}
