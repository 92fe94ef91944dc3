import { benchAck } from './ack.ts';
import { benchCallback } from './callback.ts';
import { benchCallbackPostgres } from './callback-postgres.ts';
import { benchFleet } from './fleet.ts';
import { benchGrowth } from './growth.ts';
import { benchLatency } from './latency.ts';
import { benchMemory } from './memory.ts';
import { benchStart } from './start.ts';
import type { Run } from './support/bench.ts';
import type { Chapter } from './support/render-page.ts';
import { benchViews } from './views.ts';

export interface Benchmark extends Chapter {
  readonly run: Run;
  /** Left out where Postgres is not installed. */
  readonly needsPostgres?: boolean;
}

/** All of them, in the order of the page. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  ack: {
    title: 'Acknowledging `/meet`',
    about: `Slack waits three seconds for an answer, so nothing may be in its way. Signed commands over 32 connections, each of another
workspace, while Slack's own API does not answer at all. Roomtone has committed the room and its job to disk before it answers.
The peers keep nothing: **Bolt 5** is an \`ExpressReceiver\` with one command that only acknowledges; the floor is **Node's own
server** that checks the signature and says "ok".`,
    run: benchAck,
  },
  callback: {
    title: 'Storing callbacks, SQLite',
    about: `The Meetings server tells what happens in rooms. Callbacks over 32 connections, each of another session, answered once they are on
disk; requests that arrive together share a sync. The peers: **Express 5** with one \`better-sqlite3\` insert and sync
(\`synchronous = FULL\`) a request; and **a loop** of such inserts in a process of its own, without any HTTP.`,
    run: benchCallback,
  },
  'callback-postgres': {
    title: 'Storing callbacks, Postgres',
    about: `The same on Postgres, against **pgbench** that inserts a row a transaction through as many clients (prepared statements,
\`synchronous_commit = on\`). Roomtone does several statements a callback, in one transaction, through ten connections.`,
    run: benchCallbackPostgres,
    needsPostgres: true,
  },
  latency: {
    title: 'Until something happens',
    about: `How long after a request the app's own goes out, one at a time on an idle app: from a recording's callback to its message to Slack,
and from \`/meet\` to asking the Meetings server for the room, which comes after two questions to Slack.`,
    run: benchLatency,
    needsPostgres: true,
  },
  growth: {
    title: 'As recordings pile up',
    about: `Three apps on SQLite with the recordings of a year: sessions, messages and all, in 200 rooms of 20 channels, so that a million are
50,000 in each channel. Callbacks over 32 connections; \`/recordings\` one at a time, from the command to its private answer.`,
    run: benchGrowth,
  },
  memory: {
    title: 'Memory after a million callbacks',
    about: `One app on SQLite that takes a million callbacks, each of another session, as fast as it can; its resident memory three seconds
after some of them. The one benchmark that is measured once, since it takes minutes.`,
    run: benchMemory,
  },
  fleet: {
    title: 'Several workers',
    about: `One, two and four worker processes on one Postgres, each doing what it does as long as Slack takes 100 ms for every answer:
960 recordings start in 960 channels, and each is told there. Counted from when Slack's door opens, until the last message came.
All processes, Postgres and Slack share this machine.`,
    run: benchFleet,
    needsPostgres: true,
  },
  start: {
    title: 'Starting, and memory',
    about: `From the start of the process to its first answer: Roomtone's \`/readyz\` on a database that is there already, against **Bolt 5** with
one command. Memory half a second later, and after a load of \`/meet\`.`,
    run: benchStart,
  },
  views: {
    title: 'Lists and App Home',
    about: `Of a host with 1,000 rooms and 50,000 recordings in one channel: each view in its own process, from the question to what
Slack would be sent, with a Slack that answers at once. The searches are the worst ones: every recording is looked at, none fits.`,
    run: benchViews,
  },
};
