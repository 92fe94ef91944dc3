import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'pg';
import { systemClock } from '../../src/clock.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import type { Outcome, TakenJob } from '../../src/jobs/engine.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { createLog } from '../../src/log.ts';

/*
 * A process that runs the jobs in the Postgres its argument names, until it is killed. It says `running <lane>` at each
 * start of one. A job in lane `hang` never ends; any other leaves a row in `runs`: from when to when, and how many entries
 * the audit had on its lane.
 */

const [url = ''] = process.argv.slice(2);
const tables = new Pool({ connectionString: url });

const BEGIN = `insert into runs (lane, seen, began)
  select $1, (select count(*) from audit where subject = $1), clock_timestamp() returning run_id`;
const END = 'update runs set ended = clock_timestamp() where run_id = $1';

async function run({ lane }: TakenJob): Promise<Outcome> {
  process.stdout.write(`running ${lane}\n`);
  if (lane === 'hang') await new Promise(() => {});
  const { rows } = await tables.query(BEGIN, [lane]);
  await delay(Math.random() * 10);
  await tables.query(END, [rows[0].run_id]);
  return { kind: 'done' };
}

const { queue } = await openDatabase(
  { DATABASE_URL: { kind: 'postgres', url }, DATABASE_SSL: 'off', DATABASE_POOL_SIZE: 4 },
  { clock: systemClock, log: createLog('warn', process.stderr), runsJobs: true },
);
await startWorker({
  engine: queue,
  run,
  clock: systemClock,
  concurrency: 6,
  onError(error) {
    process.stderr.write(`${error}\n`);
  },
});
process.stdout.write('ready\n');
