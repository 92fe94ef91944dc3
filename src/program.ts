import { flushCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { createApp, PROVIDERS } from './app.ts';
import { loadConfig } from './config.ts';
import { ConfigError, NotFoundError, UsageError } from './errors.ts';
import { createLog, standardOutput } from './log.ts';

type Env = Readonly<Record<string, string | undefined>>;
/**
 * `args`: what follows its name. Resolves to its exit code, or to nothing when all is well. Throws UsageError or
 * parseArgs' own errors for what it does not take.
 */
type Command = (env: Env, args: string[]) => Promise<unknown>;

/** Exit code for settings that do not allow a start. Source: sysexits.h, EX_CONFIG. */
const EX_CONFIG = 78;
const EX_USAGE = 64;
const EX_NOT_FOUND = 1;

/** All but the first are loaded when asked for, since a start should not wait for them. */
const COMMANDS: Readonly<Record<string, Command>> = {
  start,
  migrate: async (...given) => (await import('./migrate.ts')).migrate(...given),
  jobs: async (...given) => (await import('./jobs.ts')).jobs(...given),
  doctor: async (...given) => (await import('./doctor/doctor.ts')).doctor(...given, PROVIDERS),
  move: async (...given) => (await import('./move.ts')).move(...given),
};
const USAGE =
  'Usage: roomtone [start | migrate | jobs list | jobs retry <id> | jobs drop <id> | doctor [--json] | move --from file:… --to postgres://…]\n';

/** Runs one command of the program (`start` if none is named); resolves to the exit code. */
export async function run([name = 'start', ...args]: readonly string[], env: Env): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (command !== undefined) {
      const code = await command(env, args);
      return typeof code === 'number' ? code : 0;
    }
  } catch (error) {
    if (error instanceof ConfigError || error instanceof NotFoundError) {
      process.stderr.write(`${error.message}\n`);
      return error instanceof ConfigError ? EX_CONFIG : EX_NOT_FOUND;
    }
    if (!isMisuse(error)) throw error;
  }
  process.stderr.write(USAGE);
  return EX_USAGE;
}

function isMisuse(error: unknown): boolean {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Serves until SIGTERM or SIGINT, then drains. */
async function start(env: Env, args: string[]): Promise<void> {
  parseArgs({ args });
  const config = loadConfig(env);
  const log = createLog(config.LOG_LEVEL, standardOutput());
  for (const warning of config.warnings) log.warn(warning);
  const app = await createApp(config, { log });
  // Listened for before anybody can know that it serves: whoever asks it to stop then is heard.
  const askedToStop = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  try {
    await app.start();
  } catch (error) {
    // Or what it has opened, connections to Postgres for one, would keep a process alive that serves nobody.
    await app.stop();
    throw error;
  }
  // Else only a clean end would leave the next start what was compiled for this one.
  flushCompileCache();
  await askedToStop;
  log.info('stopping');
  await app.stop();
}
