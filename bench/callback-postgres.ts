import { openOutside, startApp } from './support/app.ts';
import { atHalf } from './support/at-half.ts';
import type { Bench } from './support/bench.ts';
import { CALLBACK_CONNECTIONS, callbacksTo } from './support/callback-load.ts';
import { LOAD_COLUMNS, type LoadResult, load, loadValues, medians } from './support/load.ts';
import { benchCluster, freshDatabase, onDatabase, pgbench } from './support/postgres.ts';
import type { Report } from './support/report.ts';
import { inRounds, median } from './support/rounds.ts';
import { seedRooms } from './support/seed-rooms.ts';

const PGBENCH_SECONDS = 2;
/** Take one to two seconds, long enough for all to be compiled. */
const CALLBACKS = 6_000;

/** How fast callbacks are stored and answered on Postgres. */
export async function benchCallbackPostgres(bench: Bench): Promise<Report> {
  const { folder, many } = bench;
  const cluster = await benchCluster(bench);
  const bare = await freshDatabase(cluster, 'bare');
  await onDatabase(bare, 'create table callbacks (id bigserial primary key, body text not null)');
  const databaseUrl = await freshDatabase(cluster, 'roomtone');
  const [room] = await seedRooms(databaseUrl, { rooms: 1, channels: 1 });
  const app = await startApp(bench, { ...(await openOutside(bench)), databaseUrl });
  const url = `${app.origin}${room?.callbackPath}`;

  const inserting = { url: bare, clients: CALLBACK_CONNECTIONS, seconds: PGBENCH_SECONDS, folder };
  const rounds = await inRounds(bench.rounds, {
    app: () => load(callbacksTo(url, many(CALLBACKS))),
    pgbench: () => pgbench(cluster, inserting),
  });
  const ours = medians(rounds.app);
  return report({
    ours,
    half: await atHalf(bench, ours, callbacksTo(url, 0)),
    inserts: median(rounds.pgbench),
  });
}

interface Found extends Readonly<Record<'ours' | 'half', LoadResult>> {
  /** A second. */
  readonly inserts: number;
}

function report({ ours, half, inserts }: Found): Report {
  const overPgbench = ours.perSecond / inserts;
  return {
    columns: LOAD_COLUMNS,
    rows: [
      { name: 'Roomtone, Postgres', values: loadValues(ours) },
      { name: 'Roomtone, Postgres, at half that rate', values: loadValues(half) },
      { name: 'pgbench, an insert each', values: [inserts, null, null] },
    ],
    goals: [
      {
        what: 'callbacks a second on Postgres ÷ pgbench inserts',
        unit: '×',
        value: overPgbench,
        atLeast: 0.1,
      },
      { what: 'callback p99 at half of the maximum rate', unit: 'ms', value: half.p99Ms, atMost: 50 },
    ],
  };
}
