import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Outside, openOutside, SIGNING_SECRET, startApp, startPeer } from './support/app.ts';
import type { Bench } from './support/bench.ts';
import { load } from './support/load.ts';
import { type Program, residentMb } from './support/program.ts';
import type { Report, Row } from './support/report.ts';
import { inRounds, median } from './support/rounds.ts';
import { meetRequest } from './support/slack-request.ts';

const SETTLE_MS = 500;

interface Life {
  readonly startMs: number;
  readonly idleMb: number;
  readonly loadedMb: number;
}

/** How long a start takes until the first answer, and what it needs of memory, idle and after a load of `/meet`. */
export async function benchStart(bench: Bench): Promise<Report> {
  const outside: Outside = await openOutside(bench);
  const databaseUrl = `file:${join(bench.folder, 'start.db')}`;
  const requests = bench.many(3_000);
  const { app, bolt } = await inRounds(bench.rounds, {
    app: async () => liveOnce(await startApp(bench, { ...outside, databaseUrl }), requests),
    bolt: async () => liveOnce(await startPeer(bench, 'bare-bolt.ts'), requests),
  });
  const [ours, bare] = [app, bolt].map(startOf);
  return {
    columns: ['start ms', 'idle MB', 'loaded MB'],
    rows: [rowOf('Roomtone, SQLite', app), rowOf('Bolt 5', bolt)],
    goals: [{ what: 'start ÷ bare Bolt 5', unit: '×', value: (ours ?? 0) / (bare ?? 0), atMost: 2 }],
  };
}

async function liveOnce(program: Program, requests: number): Promise<Life> {
  await delay(SETTLE_MS);
  const idleMb = residentMb(program.pid);
  await load({
    url: `${program.origin}/slack/events`,
    requests,
    connections: 32,
    make: (n) => meetRequest(SIGNING_SECRET, n),
    expectStatus: 200,
  });
  const loadedMb = residentMb(program.pid);
  await program.kill();
  return { startMs: program.startMs, idleMb, loadedMb };
}

const startOf = (lives: readonly Life[]) => median(lives.map(({ startMs }) => startMs));

function rowOf(name: string, lives: readonly Life[]): Row {
  const columns = ['startMs', 'idleMb', 'loadedMb'] as const;
  return { name, values: columns.map((column) => median(lives.map((life) => life[column]))) };
}
