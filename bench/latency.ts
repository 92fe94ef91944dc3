import { join } from 'node:path';
import { openOutside, SIGNING_SECRET, startApp } from './support/app.ts';
import type { Bench } from './support/bench.ts';
import { recordingStarted } from './support/callback-request.ts';
import { Connection, type Post, postBytes } from './support/connection.ts';
import type { Door } from './support/door.ts';
import { openDoor } from './support/door.ts';
import { benchCluster, freshDatabase } from './support/postgres.ts';
import type { Report, Row } from './support/report.ts';
import { inRounds, median, quantile } from './support/rounds.ts';
import { seedRooms } from './support/seed-rooms.ts';
import { commandRequest } from './support/slack-request.ts';

const SAMPLES = 60;
const POST_MESSAGE = '/api/chat.postMessage';

interface Times {
  readonly commandMs: readonly number[];
  readonly callbackMs: readonly number[];
}

/** From a callback to the message, and from a command to the new room, one at a time, on both databases. */
export async function benchLatency(bench: Bench): Promise<Report> {
  const cluster = await benchCluster(bench);
  const rounds = await inRounds(bench.rounds, {
    sqlite: await stopwatch(bench, `file:${join(bench.folder, 'latency.db')}`),
    postgres: await stopwatch(bench, await freshDatabase(cluster, 'latency')),
  });
  return {
    columns: ['p50 ms', 'p99 ms'],
    rows: [...rowsOf('SQLite', rounds.sqlite), ...rowsOf('Postgres', rounds.postgres)],
    goals: [],
  };
}

function rowsOf(engine: string, rounds: readonly Times[]): Row[] {
  const row = (name: string, times: (readonly number[])[]): Row => ({
    name: `${name}, ${engine}`,
    values: [0.5, 0.99].map((share) => median(times.map((ofRound) => quantile(ofRound, share)))),
  });
  return [
    row(
      'callback received → message sent to Slack',
      rounds.map(({ callbackMs }) => callbackMs),
    ),
    row(
      '`/meet` received → room asked for',
      rounds.map(({ commandMs }) => commandMs),
    ),
  ];
}

/** An app on that database; each call takes one round's samples, every one in a channel of its own. */
async function stopwatch(bench: Bench, databaseUrl: string): Promise<() => Promise<Times>> {
  const outside = await openOutside(bench);
  const answers = await openDoor({});
  bench.after(answers.close);
  const samples = bench.many(SAMPLES);
  const total = samples * (bench.rounds + 1);
  const rooms = await seedRooms(databaseUrl, { rooms: total, channels: total });
  const app = await startApp(bench, { ...outside, databaseUrl });
  let n = 0;

  return async () => {
    const connection = await Connection.to(new URL(app.origin));
    const commandMs: number[] = [];
    const callbackMs: number[] = [];
    for (let sample = 0; sample < samples; sample++) {
      const room = rooms[n++];
      const url = new URL(`${app.origin}${room?.callbackPath}`);
      const started = recordingStarted(crypto.randomUUID());
      callbackMs.push(await timeUntil(outside.slack.next(POST_MESSAGE), { connection, url, post: started }));
      commandMs.push(await timeCommand({ ...outside, answers }, { connection, origin: app.origin, n }));
    }
    connection.close();
    return { commandMs, callbackMs };
  };
}

interface Sent {
  readonly connection: Connection;
  readonly url: URL;
  readonly post: Post;
}

async function timeUntil(
  arrival: ReturnType<Door['next']>,
  { connection, url, post }: Sent,
): Promise<number> {
  const request = postBytes(url, post);
  const sentAt = performance.now();
  const [{ at }, status] = await Promise.all([arrival, connection.send(request)]);
  if (status >= 300) throw new Error(`${url.pathname} answered ${status}`);
  return at - sentAt;
}

/** Waits for its private answer and its card as well, so that the next sample finds the app idle. */
async function timeCommand(
  { meetings, slack, answers }: Readonly<Record<'meetings' | 'slack' | 'answers', Door>>,
  { connection, origin, n }: { connection: Connection; origin: string; n: number },
): Promise<number> {
  const settled = Promise.all([slack.next(POST_MESSAGE), answers.next('/made')]);
  const post = commandRequest(SIGNING_SECRET, {
    command: '/meet',
    text: 'Design review',
    teamId: `T1BENCH${n}`,
    channelId: `C1BENCH${n}`,
    responseUrl: `${answers.origin}/made`,
  });
  const url = new URL(`${origin}/slack/events`);
  const ms = await timeUntil(meetings.next('/v1/meetings/rooms'), { connection, url, post });
  await settled;
  return ms;
}
