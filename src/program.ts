import { createApp } from './app.ts';
import { loadConfig } from './config.ts';
import { ConfigError } from './errors.ts';
import { createLog } from './log.ts';
import { openSqlite } from './storage/sqlite.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Exit code for settings that do not allow a start. Source: sysexits.h, EX_CONFIG. */
const EX_CONFIG = 78;
const EX_USAGE = 64;

const COMMANDS: Readonly<Record<string, (env: Env) => Promise<void>>> = { start, migrate };

/** Runs one command of the program (`start` if none is named); resolves to the exit code. */
export async function run([name = 'start', ...rest]: readonly string[], env: Env): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || rest.length > 0) {
    process.stderr.write(`Usage: roomtone [${Object.keys(COMMANDS).join(' | ')}]\n`);
    return EX_USAGE;
  }
  try {
    await command(env);
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EX_CONFIG;
  }
}

/** Serves until SIGTERM or SIGINT, then drains. */
async function start(env: Env): Promise<void> {
  const config = loadConfig(env);
  const log = createLog(config.LOG_LEVEL);
  for (const warning of config.warnings) log.warn(warning);
  const app = await createApp(config, { log });
  await app.start();
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  log.info('stopping');
  await app.stop();
}

/** Brings the tables up to this release and exits. */
async function migrate(env: Env): Promise<void> {
  const { DATABASE_URL } = loadConfig(env);
  const storage = await openSqlite({ file: DATABASE_URL.file, jobsIn: noJobs });
  await storage.close();
  process.stdout.write('The database is up to date.\n');
}

function noJobs(): never {
  throw new Error('Migrations enqueue nothing');
}
