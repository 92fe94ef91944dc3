import { join } from 'node:path';
import { openOutside, SIGNING_SECRET, startApp, startPeer } from './support/app.ts';
import { atHalf } from './support/at-half.ts';
import type { Bench } from './support/bench.ts';
import { LOAD_COLUMNS, type LoadResult, load, loadValues, medians } from './support/load.ts';
import type { Program } from './support/program.ts';
import type { Report } from './support/report.ts';
import { inRounds } from './support/rounds.ts';
import { meetRequest } from './support/slack-request.ts';

const CONNECTIONS = 32;
/** As if Slack's Web API hung: no job gets anywhere, and what is measured is the acknowledgement. */
const SLACK_HANGS_MS = 60_000;

/** How fast `/meet` is acknowledged, durably, while Slack's own API hangs. */
export async function benchAck(bench: Bench): Promise<Report> {
  const outside = await openOutside(bench);
  outside.slack.setDelay(SLACK_HANGS_MS);
  const app = await startApp(bench, { ...outside, databaseUrl: `file:${join(bench.folder, 'ack.db')}` });
  const bolt = await startPeer(bench, 'bare-bolt.ts');
  const http = await startPeer(bench, 'bare-http.ts');

  const rounds = await inRounds(bench.rounds, {
    app: () => load(meets(app, bench.many(4_000))),
    bolt: () => load(meets(bolt, bench.many(8_000))),
    http: () => load(meets(http, bench.many(16_000))),
  });
  const [ours, bare, floor] = [medians(rounds.app), medians(rounds.bolt), medians(rounds.http)];
  const half = await atHalf(bench, ours, meets(app, 0));
  return report({ ours, half, bare, floor });
}

function meets({ origin }: Program, requests: number) {
  return {
    url: `${origin}/slack/events`,
    requests,
    connections: CONNECTIONS,
    make: (n: number) => meetRequest(SIGNING_SECRET, n),
    expectStatus: 200,
  };
}

function report(found: Readonly<Record<'ours' | 'half' | 'bare' | 'floor', LoadResult>>): Report {
  const { ours, half, bare, floor } = found;
  return {
    columns: LOAD_COLUMNS,
    rows: [
      { name: 'Roomtone, SQLite', values: loadValues(ours) },
      { name: 'Roomtone, SQLite, at half that rate', values: loadValues(half) },
      { name: 'Bolt 5, stores nothing', values: loadValues(bare) },
      { name: '`node:http` and the signature, stores nothing', values: loadValues(floor) },
    ],
    goals: [
      {
        what: '`/meet` a second ÷ bare Bolt 5',
        unit: '×',
        value: ours.perSecond / bare.perSecond,
        atLeast: 0.6,
      },
      { what: '`/meet` p99 at half of the maximum rate', unit: 'ms', value: half.p99Ms, atMost: 50 },
    ],
  };
}
