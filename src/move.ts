import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from './clock.ts';
import { ConfigError } from './errors.ts';
import { startBoss } from './jobs/postgres-boss.ts';
import { takeJobs } from './jobs/postgres-take-jobs.ts';
import { sqliteQueue } from './jobs/sqlite-queue.ts';
import { createLog } from './log.ts';
import { SETTINGS } from './settings.ts';
import { type MovedTable, moveRows } from './storage/move.ts';
import { openPostgres } from './storage/postgres.ts';
import { connectionTo, type PostgresAddress } from './storage/postgres-pool.ts';
import { openSqlite, type SqliteStorage } from './storage/sqlite.ts';

type Env = Readonly<Record<string, string | undefined>>;

const { now } = systemClock;

/**
 * `move --from file:… --to postgres://…`: takes everything along into an empty database, all of it or nothing, and
 * prints the number of rows by table. The file stays as it is. Throws ConfigError when one of the two can't be used.
 */
export async function move(env: Env, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { from: { type: 'string' }, to: { type: 'string' } } });
  const { file, target } = readPlaces(values, env);
  const source = await openSqlite({ file, jobsIn: noJobs, lockWaitMs: 0 });
  try {
    // What ran when the app was killed waits again.
    await sqliteQueue(source.inTransaction, now).start(() => undefined);
    for (const { table, rows } of await moveInto(target, source)) {
      process.stdout.write(`${table.padEnd(12)}${rows}\n`);
    }
  } finally {
    await source.close();
  }
  process.stdout.write('Everything has arrived. Start Roomtone with DATABASE_URL set to the new address.\n');
}

function readPlaces(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  env: Env,
): { readonly file: string; readonly target: PostgresAddress } {
  const { DATABASE_URL, DATABASE_SSL } = SETTINGS.shape;
  const [source, target] = [from, to].map((url) => DATABASE_URL.safeParse(url ?? '').data);
  const ssl = DATABASE_SSL.safeParse(env['DATABASE_SSL'] || undefined);
  if (source?.kind !== 'sqlite' || target?.kind !== 'postgres' || !ssl.success) {
    throw new ConfigError([
      'Moving needs --from file:<path> and --to postgres://<user>:<password>@<host>/<database>, and DATABASE_SSL as for a start.',
    ]);
  }
  if (!existsSync(source.file)) throw new ConfigError([`There is no ${source.file} to move from.`]);
  return { file: source.file, target: { url: target.url, ssl: ssl.data } };
}

async function moveInto(address: PostgresAddress, source: SqliteStorage): Promise<readonly MovedTable[]> {
  const log = createLog('warn', process.stderr);
  const target = await openPostgres({ ...address, poolSize: 1, jobsIn: noJobs, log });
  const boss = await startBoss({ connection: connectionTo(address), runsJobs: false, log });
  try {
    return await source.inTransaction((from) =>
      target.inTransaction((to) =>
        moveRows({ from, to, takeJobs: (tx, jobs) => takeJobs({ boss, now }, tx, jobs) }),
      ),
    );
  } finally {
    await boss.stop({ graceful: false });
    await target.close();
  }
}

function noJobs(): never {
  throw new Error('Moving enqueues nothing');
}
