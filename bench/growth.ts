import { join } from 'node:path';
import { openOutside, SIGNING_SECRET, startApp } from './support/app.ts';
import type { Bench } from './support/bench.ts';
import { callbacksTo } from './support/callback-load.ts';
import { Connection, postBytes } from './support/connection.ts';
import { type Door, openDoor } from './support/door.ts';
import { load } from './support/load.ts';
import type { Program } from './support/program.ts';
import type { Report } from './support/report.ts';
import { inRounds, median } from './support/rounds.ts';
import { seedRecordings } from './support/seed-recordings.ts';
import { type SeededRoom, seedRooms } from './support/seed-rooms.ts';
import { commandRequest } from './support/slack-request.ts';

/** A million of recordings are then 50,000 in each channel. */
const CHANNELS = 20;
const ROOMS = 200;
const QUESTIONS = 20;

interface Pace {
  readonly callbacksPerSecond: number;
  readonly listMs: number;
}

/** Whether callbacks and `/recordings` get slower as recordings pile up, on SQLite. */
export async function benchGrowth(bench: Bench): Promise<Report> {
  const { few, some, many } = await inRounds(bench.rounds, {
    few: await paceWith(bench, 1_000),
    some: await paceWith(bench, bench.many(100_000)),
    many: await paceWith(bench, bench.many(1_000_000)),
  });
  const [small, middle, large] = [few, some, many].map(medianPace) as [Pace, Pace, Pace];
  const slower = small.callbacksPerSecond / large.callbacksPerSecond;
  return {
    columns: ['callbacks a second', '`/recordings` ms'],
    rows: [
      { name: '1,000 recordings', values: Object.values(small) },
      { name: '100,000 recordings', values: Object.values(middle) },
      { name: '1,000,000 recordings', values: Object.values(large) },
    ],
    goals: [
      { what: 'time of a callback, 10⁶ ÷ 10³ recordings', unit: '×', value: slower, atMost: 1.25 },
      {
        what: 'time of `/recordings`, 10⁶ ÷ 10³ recordings',
        unit: '×',
        value: large.listMs / small.listMs,
        atMost: 1.25,
      },
    ],
  };
}

function medianPace(paces: readonly Pace[]): Pace {
  return {
    callbacksPerSecond: median(paces.map((pace) => pace.callbacksPerSecond)),
    listMs: median(paces.map((pace) => pace.listMs)),
  };
}

/** An app with so many recordings; each call measures it once. */
async function paceWith(bench: Bench, recordings: number): Promise<() => Promise<Pace>> {
  const file = join(bench.folder, `growth-${recordings}.db`);
  const databaseUrl = `file:${file}`;
  const rooms = await seedRooms(databaseUrl, { rooms: ROOMS, channels: CHANNELS });
  seedRecordings(file, rooms, recordings);
  const app = await startApp(bench, { ...(await openOutside(bench)), databaseUrl });
  const answers = await openDoor({});
  bench.after(answers.close);
  const url = `${app.origin}${rooms[0]?.callbackPath}`;
  return async () => {
    const { perSecond } = await load(callbacksTo(url, bench.many(4_000)));
    return { callbacksPerSecond: perSecond, listMs: await timeLists(app, answers, rooms) };
  };
}

/** From the command to its private answer, one at a time, each in another channel. */
async function timeLists(app: Program, answers: Door, rooms: readonly SeededRoom[]): Promise<number> {
  const url = new URL(`${app.origin}/slack/events`);
  const connection = await Connection.to(url);
  const times: number[] = [];
  for (const { teamId, channelId } of rooms.slice(0, QUESTIONS)) {
    const answered = answers.next('/list');
    const responseUrl = `${answers.origin}/list`;
    const command = { command: '/recordings', text: '', teamId, channelId, responseUrl } as const;
    const request = postBytes(url, commandRequest(SIGNING_SECRET, command));
    const sentAt = performance.now();
    await connection.send(request);
    times.push((await answered).at - sentAt);
  }
  connection.close();
  return median(times);
}
