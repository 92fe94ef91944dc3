import { randomUUID } from 'node:crypto';
import { type Outside, openOutside, startApp } from './support/app.ts';
import type { Bench } from './support/bench.ts';
import { recordingStarted } from './support/callback-request.ts';
import { Connection, postBytes } from './support/connection.ts';
import type { Door } from './support/door.ts';
import { benchCluster, freshDatabase } from './support/postgres.ts';
import type { Program } from './support/program.ts';
import type { Report } from './support/report.ts';
import { inRounds, median } from './support/rounds.ts';
import { type SeededRoom, seedRooms } from './support/seed-rooms.ts';

/** What Slack usually takes. */
const SLACK_TAKES_MS = 100;
/** One message each, so that no channel's pause is in the way. */
const CHANNELS = 960;

interface Fleet {
  readonly bench: Bench;
  readonly outside: Outside;
  readonly databaseUrl: string;
  readonly rooms: readonly SeededRoom[];
  readonly web: Program;
}

/** How many messages a second one, two and four worker processes send that share a Postgres. */
export async function benchFleet(bench: Bench): Promise<Report> {
  const outside = await openOutside(bench);
  outside.slack.setDelay(SLACK_TAKES_MS);
  const databaseUrl = await freshDatabase(await benchCluster(bench), 'fleet');
  const channels = bench.many(CHANNELS);
  const rooms = await seedRooms(databaseUrl, { rooms: channels, channels });
  const web = await startApp(bench, { ...outside, databaseUrl, role: 'web' });
  const fleet = { bench, outside, databaseUrl, rooms, web };
  const rounds = await inRounds(bench.rounds, {
    one: () => messagesPerSecond(fleet, 1),
    two: () => messagesPerSecond(fleet, 2),
    four: () => messagesPerSecond(fleet, 4),
  });
  const [one, two, four] = [rounds.one, rounds.two, rounds.four].map(median) as [number, number, number];
  return {
    columns: ['messages a second', '÷ one worker'],
    rows: [
      { name: '1 worker', values: [one, 1] },
      { name: '2 workers', values: [two, two / one] },
      { name: '4 workers', values: [four, four / one] },
    ],
    goals: [],
  };
}

/**
 * Slack's door is shut while a callback for every channel is stored, so that what is measured from its opening on is the
 * workers alone.
 */
async function messagesPerSecond(fleet: Fleet, workers: number): Promise<number> {
  const { bench, outside, databaseUrl, rooms } = fleet;
  const processes = await Promise.all(
    Array.from({ length: workers }, () => startApp(bench, { ...outside, databaseUrl, role: 'worker' })),
  );
  const open = outside.slack.shut();
  const all = arrivals(outside.slack, rooms.length);
  await startRecordings(fleet);
  const openedAt = performance.now();
  open();
  const lastAt = await all;
  await Promise.all(processes.map((worker) => worker.stop()));
  return rooms.length / ((lastAt - openedAt) / 1_000);
}

/** When the last one of so many messages came. */
function arrivals({ onArrival }: Door, count: number): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  let left = count;
  const stop = onArrival(({ at, path }) => {
    if (path !== '/api/chat.postMessage' || --left > 0) return;
    stop();
    resolve(at);
  });
  return promise;
}

async function startRecordings({ rooms, web }: Fleet): Promise<void> {
  const connections = await Promise.all(Array.from({ length: 16 }, () => Connection.to(new URL(web.origin))));
  const waiting = [...rooms];
  const send = async (connection: Connection) => {
    for (let room = waiting.pop(); room !== undefined; room = waiting.pop()) {
      const url = new URL(`${web.origin}${room.callbackPath}`);
      const status = await connection.send(postBytes(url, recordingStarted(randomUUID())));
      if (status !== 204) throw new Error(`A callback was answered with ${status}`);
    }
  };
  await Promise.all(connections.map(send));
  for (const connection of connections) connection.close();
}
