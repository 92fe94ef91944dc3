import { parseArgs } from 'node:util';
import { systemClock } from './clock.ts';
import { loadConfig } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { createLog } from './log.ts';

/** `migrate`: brings the tables and the queue up to this release, without serving. */
export async function migrate(
  env: Readonly<Record<string, string | undefined>>,
  args: string[],
): Promise<void> {
  parseArgs({ args });
  const log = createLog('warn', process.stderr);
  const { close } = await openDatabase(loadConfig(env), { clock: systemClock, log, runsJobs: false });
  await close();
  process.stdout.write('The database is up to date.\n');
}
