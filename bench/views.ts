import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { loadConfig } from '../src/config.ts';
import { openDatabase } from '../src/database/open-database.ts';
import type { ListPage, ListScope } from '../src/domain/recordings-list.ts';
import type { RoomListPage } from '../src/domain/room-list.ts';
import { createLog } from '../src/log.ts';
import { move } from '../src/move.ts';
import { SETTINGS } from './support/app.ts';
import type { Bench } from './support/bench.ts';
import { benchCluster, freshDatabase, hasPostgres, onDatabase } from './support/postgres.ts';
import type { Report } from './support/report.ts';
import { median } from './support/rounds.ts';
import { seedRecordings } from './support/seed-recordings.ts';
import { type SeededRoom, seedRooms } from './support/seed-rooms.ts';
import { type ViewReader, viewReader } from './support/view-reader.ts';

const ROOMS = 1_000;
const RECORDINGS = 50_000;
const TIMES = 5;

const NOBODY = 'U0NOBODY';
/** Everything matches a part of it but the last letter. */
const NO_TITLE = 'weekly sync of nobody';

const SEARCHES: Readonly<Record<string, Extract<ListScope, { kind: 'channel' }>>> = {
  'the newest': { kind: 'channel' },
  'a title nobody has': { kind: 'channel', text: NO_TITLE },
  'a host who has none': { kind: 'channel', hostUserId: NOBODY },
  'a title many have': { kind: 'channel', text: 'sync 99' },
  'all filters at once': {
    kind: 'channel',
    text: NO_TITLE,
    hostUserId: 'U0BENCH',
    since: { kind: 'at', at: 0 },
  },
};

/** Closed ones stand last, the oldest at the end. */
const LAST_ROOMS: RoomListPage = { before: { isOpen: false, createdAt: 0, roomKey: '' } };

const BEHIND_ALL: ListPage = { after: { createdAt: 1, recordingId: 'none' } };
const OLDEST: ListPage = { before: { createdAt: 0, recordingId: '' } };

const VIEWS: Readonly<Record<string, (reader: ViewReader) => Promise<void>>> = {
  ...Object.fromEntries(
    Object.entries(SEARCHES).map(([name, scope]) => [
      `\`/recordings\`: ${name}`,
      (reader: ViewReader) => reader.list(scope),
    ]),
  ),
  '`/recordings`: behind the last page': (reader) => reader.list({ kind: 'channel' }, BEHIND_ALL),
  '`/recordings`: back from the oldest': (reader) => reader.list({ kind: 'channel' }, OLDEST),
  '`/meet rooms`': (reader) => reader.rooms(),
  '`/meet rooms`: the last page': (reader) => reader.rooms(LAST_ROOMS),
  'App Home': (reader) => reader.home(),
};

/** How long lists and App Home take of a host of 1,000 rooms with 50,000 recordings in one channel, without Slack. */
export async function benchViews(bench: Bench): Promise<Report> {
  const file = join(bench.folder, 'views.db');
  const rooms = await seedRooms(`file:${file}`, { rooms: bench.many(ROOMS), channels: 1 });
  seedRecordings(file, rooms, bench.many(RECORDINGS));
  // Nobody may serve the file while it is moved.
  const addresses = [`file:${file}`, ...(hasPostgres ? [await onPostgres(bench, file)] : [])];
  const readers: ViewReader[] = [];
  for (const address of addresses) readers.push(await openReader(bench, address, rooms));

  const rows: { name: string; values: readonly (number | null)[] }[] = [];
  const all: number[] = [];
  for (const [name, open] of Object.entries(VIEWS)) {
    const times: number[] = [];
    for (const reader of readers) times.push(await timeOf(() => open(reader)));
    all.push(...times);
    rows.push({ name, values: [times[0] ?? null, times[1] ?? null] });
  }
  return {
    columns: ['SQLite, ms', 'Postgres, ms'],
    rows,
    goals: [{ what: 'slowest view of 50,000 recordings', unit: 'ms', value: Math.max(...all), atMost: 300 }],
  };
}

/** The same rows in a Postgres of its own; gives its address. */
async function onPostgres(bench: Bench, file: string): Promise<string> {
  const databaseUrl = await freshDatabase(await benchCluster(bench), 'views');
  await move({}, ['--from', `file:${file}`, '--to', databaseUrl]);
  await onDatabase(databaseUrl, 'analyze');
  return databaseUrl;
}

async function openReader(
  bench: Bench,
  databaseUrl: string,
  rooms: readonly SeededRoom[],
): Promise<ViewReader> {
  const config = loadConfig({ ...SETTINGS, DATABASE_URL: databaseUrl });
  const parts = { clock: systemClock, log: createLog('silent'), runsJobs: false };
  const database = await openDatabase(config, parts);
  bench.after(() => database.close());
  return viewReader(database.storage, rooms);
}

async function timeOf(open: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) {
    const startedAt = performance.now();
    await open();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
