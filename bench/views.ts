import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { loadConfig } from '../src/config.ts';
import { openDatabase } from '../src/database/open-database.ts';
import type { Answer } from '../src/domain/answer.ts';
import type { ListPage, ListScope } from '../src/domain/recordings-list.ts';
import type { RoomListPage } from '../src/domain/room-list.ts';
import { createLog } from '../src/log.ts';
import { renderAnswer } from '../src/slack/views/answer.ts';
import { renderHome } from '../src/slack/views/home.ts';
import type { Deps } from '../src/usecases/deps.ts';
import { listRecordings } from '../src/usecases/list-recordings.ts';
import { listRooms } from '../src/usecases/list-rooms.ts';
import type { Profile, Storage } from '../src/usecases/ports.ts';
import { readHome } from '../src/usecases/read-home.ts';
import { SETTINGS } from './support/app.ts';
import type { Bench } from './support/bench.ts';
import type { Report } from './support/report.ts';
import { median } from './support/rounds.ts';
import { seedRecordings } from './support/seed-recordings.ts';
import { type SeededRoom, seedRooms } from './support/seed-rooms.ts';

const ROOMS = 1_000;
const RECORDINGS = 50_000;
const TIMES = 5;

const commands = { meet: '/meet', recordings: '/recordings' };
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

/** How long lists and App Home take of a host of 1,000 rooms with 50,000 recordings in one channel, without Slack. */
export async function benchViews(bench: Bench): Promise<Report> {
  const databaseUrl = `file:${join(bench.folder, 'views.db')}`;
  const rooms = await seedRooms(databaseUrl, { rooms: bench.many(ROOMS), channels: 1 });
  seedRecordings(join(bench.folder, 'views.db'), rooms, bench.many(RECORDINGS));
  const database = await openDatabase(loadConfig({ ...SETTINGS, DATABASE_URL: databaseUrl }), {
    clock: systemClock,
    log: createLog('silent'),
    runsJobs: false,
  });
  bench.after(() => database.close());
  const reader = readerOf(database.storage, rooms);

  const rows: { name: string; values: readonly number[] }[] = [];
  for (const [name, scope] of Object.entries(SEARCHES)) {
    rows.push({ name: `\`/recordings\`: ${name}`, values: [await timeOf(() => reader.list(scope))] });
  }
  const last: ListPage = { after: { createdAt: 1, recordingId: 'none' } };
  const first: ListPage = { before: { createdAt: 0, recordingId: '' } };
  rows.push({
    name: '`/recordings`: behind the last page',
    values: [await timeOf(() => reader.list({ kind: 'channel' }, last))],
  });
  rows.push({
    name: '`/recordings`: back from the oldest',
    values: [await timeOf(() => reader.list({ kind: 'channel' }, first))],
  });
  rows.push({ name: '`/meet rooms`', values: [await timeOf(() => reader.rooms())] });
  rows.push({ name: '`/meet rooms`: the last page', values: [await timeOf(() => reader.rooms(LAST_ROOMS))] });
  rows.push({ name: 'App Home', values: [await timeOf(reader.home)] });
  const slowest = Math.max(...rows.flatMap(({ values }) => values));
  return {
    columns: ['ms'],
    rows,
    goals: [{ what: 'slowest view of 50,000 recordings', unit: 'ms', value: slowest, atMost: 300 }],
  };
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

/** The host of all rooms, in front of a Slack that answers at once. */
function readerOf(storage: Storage, [room]: readonly SeededRoom[]) {
  const { teamId = '', channelId = '' } = room ?? {};
  const person: Profile = {
    ...{ teamId, userId: 'U0BENCH', name: 'Ada', locale: 'en-US', timeZone: 'Europe/London' },
    ...{ isAdmin: true, isGuest: false, isGone: false, isBot: false },
  };
  const deps = {
    storage,
    clock: systemClock,
    maxRoomsPerTeam: 100,
    meetings: { storage: { place: '', encryption: '', according: '', keptDays: 30 } },
    workspace: { profile: async () => person, isMember: async () => true },
    answers: {
      send: async (_to: unknown, answer: Answer) => void renderAnswer(answer, { locale: 'en', commands }),
    },
    // Nothing else of it is asked for by a list or a page.
  } as unknown as Deps;
  const reply = {
    ...{ teamId, channelId, userId: person.userId },
    responseUrl: null,
    replaces: false,
    requestKey: 'bench',
  };
  return {
    list: (scope: ListScope, page?: ListPage) =>
      listRecordings(deps, { scope, ...(page !== undefined && { page }), reply }) as Promise<void>,
    rooms: (page?: RoomListPage) =>
      listRooms(deps, { ...(page !== undefined && { page }), reply }) as Promise<void>,
    home: async () => void renderHome(await readHome(deps, person), { locale: 'en', commands }),
  };
}
