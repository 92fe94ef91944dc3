import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../test/support/free-port.ts';
import { openRooms } from './load-rooms.ts';
import { watchLoad } from './load-watch.ts';
import { createProgram, type Program } from './program.ts';
import { MEETINGS, type MeetingsServer } from './providers/meetings.ts';
import { messagesByKey } from './standing.ts';
import { openStore } from './store.ts';
import { openWorld, type World } from './world.ts';

export interface LoadOptions {
  readonly recordings: number;
  readonly channels: number;
  readonly say: (text: string) => void;
}

const CALLBACK_TOKEN = randomUUID();
/** All of them become ready within a minute. */
const WITHIN_MS = 55_000;
const STAGES = ['started', 'ended', 'ready'];
/** Slack's limits: a message a second in a channel, and so many posts a minute in the workspace. */
const CHANNEL_SECONDS = 1;
const POSTS_PER_MINUTE = 300;
const MARGIN = 1.2;
/** What docs/operations.md has people plan for. */
const MOST_MEMORY_MB = 512;
const MINUTE_MS = 60_000;

/** A busy minute on a web process and two workers. Resolves to whether everything was posted once, in time and at Slack's pace. */
export async function proveLoad({ recordings, channels, say }: LoadOptions): Promise<boolean> {
  const posts = recordings * STAGES.length;
  const leastSeconds = Math.max(
    (posts / channels) * CHANNEL_SECONDS,
    (posts / POSTS_PER_MINUTE) * 60,
    WITHIN_MS / 1_000,
  );
  const { watch, ledger, limits } = watchLoad(posts);
  const world = await openWorld({ provider: MEETINGS, watch, people: 4, channels });
  const store = await openStore('postgres');
  const programs: Readonly<Record<string, Program>> = {
    web: await program(world, store.url, 'web'),
    'worker 1': await program(world, store.url, 'worker'),
    'worker 2': await program(world, store.url, 'worker'),
  };
  for (const one of Object.values(programs)) await one.start();
  const rooms = await openRooms(world, { databaseUrl: store.url, callbackToken: CALLBACK_TOKEN });

  const peak: Record<string, number> = {};
  const startedAt = Date.now();
  const recorded = record(world, { rooms, recordings });
  let toldAt = startedAt;
  while (ledger.posts.length < posts && Date.now() - startedAt < 2 * leastSeconds * 1_000) {
    await delay(500);
    for (const [name, one] of Object.entries(programs)) {
      peak[name] = Math.max(peak[name] ?? 0, Math.round(one.memory() / 2 ** 20));
    }
    if (Date.now() - toldAt < MINUTE_MS) continue;
    toldAt = Date.now();
    say(`${seconds(startedAt)} s: ${ledger.posts.length} of ${posts} messages`);
  }
  const tookSeconds = seconds(startedAt);
  await recorded;
  // Whatever would come twice may come now.
  await delay(5_000);

  const standing = [...messagesByKey(world)].filter(([key]) => !key.endsWith(' card'));
  const lost = posts - standing.length;
  const doubled = standing.reduce((sum, [, messages]) => sum + messages.length - 1, 0);
  const rows = await store.sql<{ n: number }>("select count(*) as n from posts where state = 'sent'");
  const jobs = await store.openJobs();
  const other = jobs.filter(({ name, state }) => name !== 'announce-recording' || state === 'buried');
  for (const one of Object.values(programs)) await one.stop();
  await store.close();
  await world.close();

  const ratio = tookSeconds / leastSeconds;
  say(
    [
      `${recordings} recordings of ${channels} channels within a minute: ${standing.length} of ${posts} messages, ${rows[0]?.n} rows`,
      `${lost} lost, ${doubled} doubled, ${limits.tooMany.length} times 429`,
      ...limits.tooMany.map((what) => `  429: ${what}`),
      `drained in ${tookSeconds} s; at Slack's pace it takes ${leastSeconds} s: ${ratio.toFixed(2)} ×`,
      ...limits.asked.map(
        ({ what, seconds: pause, early, nextAfterSeconds }) =>
          `429 on purpose, ${what}, Retry-After ${pause} s: ${early} calls before it was over, the next after ${nextAfterSeconds?.toFixed(1)} s`,
      ),
      `memory at its peak: ${Object.entries(peak)
        .map(([name, mb]) => `${name} ${mb} MB`)
        .join(', ')}`,
      `messages that still point to nothing and are rewritten at Slack's pace (50 a minute): ${jobs.length - other.length}`,
      ...(other.length > 0
        ? [`left over: ${other.map(({ name, state }) => `${name} ${state}`).join(', ')}`]
        : []),
    ].join('\n'),
  );
  const pausesHeld =
    limits.asked.length === 2 && limits.asked.every((p) => p.early === 0 && p.nextAfterSeconds !== null);
  const isBounded = Object.values(peak).every((mb) => mb <= MOST_MEMORY_MB);
  const isComplete = lost === 0 && doubled === 0 && rows[0]?.n === posts && other.length === 0;
  return isComplete && limits.tooMany.length === 0 && pausesHeld && isBounded && ratio <= MARGIN;
}

const seconds = (since: number) => Math.round((Date.now() - since) / 100) / 10;

async function program(world: World, databaseUrl: string, role: 'web' | 'worker'): Promise<Program> {
  const port = role === 'worker' ? { PORT: String(await freePort()) } : {};
  const env = world.env(databaseUrl, { ROLE: role, CALLBACK_TOKEN, ...port });
  return createProgram({ env, onLine: () => {} });
}

async function record(
  { rooms: { meetings } }: World<MeetingsServer>,
  { rooms, recordings }: { readonly rooms: readonly string[]; readonly recordings: number },
): Promise<void> {
  const startedAt = Date.now();
  for (let n = 0; n < recordings; n++) {
    const endedAt = Date.now() - MINUTE_MS;
    const roomId = rooms[n % rooms.length] ?? '';
    meetings.control.recordPast({ roomId, startedAt: endedAt - 30 * MINUTE_MS, endedAt });
    await delay(Math.max(0, startedAt + ((n + 1) * WITHIN_MS) / recordings - Date.now()));
  }
}
