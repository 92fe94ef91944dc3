import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openOutside, startApp, startPeer } from './support/app.ts';
import { atHalf } from './support/at-half.ts';
import type { Bench } from './support/bench.ts';
import { callbacksTo } from './support/callback-load.ts';
import { LOAD_COLUMNS, type LoadResult, load, loadValues, medians } from './support/load.ts';
import type { Report } from './support/report.ts';
import { inRounds, median } from './support/rounds.ts';
import { seedRooms } from './support/seed-rooms.ts';

/** How fast callbacks are stored and answered on SQLite. */
export async function benchCallback(bench: Bench): Promise<Report> {
  const { folder, many } = bench;
  const databaseUrl = `file:${join(folder, 'callback.db')}`;
  const [room] = await seedRooms(databaseUrl, { rooms: 1, channels: 1 });
  const app = await startApp(bench, { ...(await openOutside(bench)), databaseUrl });
  const express = await startPeer(bench, 'bare-insert.ts', folder);
  const url = `${app.origin}${room?.callbackPath}`;

  // Each takes between one and two seconds, long enough for all to be compiled.
  const rounds = await inRounds(bench.rounds, {
    app: () => load(callbacksTo(url, many(20_000))),
    express: () => load(callbacksTo(`${express.origin}/callbacks/meetings/none`, many(10_000))),
    loop: () => bareCommits(folder, many(16_000)),
  });
  const ours = medians(rounds.app);
  return report({
    ours,
    half: await atHalf(bench, ours, callbacksTo(url, 0)),
    express: medians(rounds.express),
    loop: median(rounds.loop),
  });
}

async function bareCommits(folder: string, rows: number): Promise<number> {
  const program = join(import.meta.dirname, 'support/bare-commits.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, folder, String(rows)]);
  return Number(stdout);
}

interface Found extends Readonly<Record<'ours' | 'half' | 'express', LoadResult>> {
  /** Commits a second. */
  readonly loop: number;
}

function report({ ours, half, express, loop }: Found): Report {
  const overExpress = ours.perSecond / express.perSecond;
  return {
    columns: LOAD_COLUMNS,
    rows: [
      { name: 'Roomtone, SQLite', values: loadValues(ours) },
      { name: 'Roomtone, SQLite, at half that rate', values: loadValues(half) },
      { name: 'Express 5 with a synced insert each', values: loadValues(express) },
      { name: 'a loop of synced inserts, no HTTP', values: [loop, null, null] },
    ],
    goals: [
      {
        what: 'callbacks a second ÷ Express 5 with an insert each',
        unit: '×',
        value: overExpress,
        atLeast: 2,
      },
      {
        what: 'callbacks a second ÷ a loop of commits',
        unit: '×',
        value: ours.perSecond / loop,
        atLeast: 1.2,
      },
      { what: 'callback p99 at half of the maximum rate', unit: 'ms', value: half.p99Ms, atMost: 50 },
    ],
  };
}
