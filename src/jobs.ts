import { systemClock } from './clock.ts';
import { loadConfig } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { jobsCommand } from './jobs/jobs-command.ts';
import { createLog } from './log.ts';

/** `jobs list | retry <id> | drop <id>`: the buried jobs, beside a running app. Throws UsageError, NotFoundError. */
export async function jobs(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Promise<void> {
  const log = createLog('warn', process.stderr);
  const { queue, close } = await openDatabase(loadConfig(env), {
    clock: systemClock,
    log,
    runsJobs: false,
    beside: true,
  });
  try {
    process.stdout.write(await jobsCommand(queue, args));
  } finally {
    await close();
  }
}
