import { readFileSync } from 'node:fs';
import { ConfigError } from './errors.ts';
import { meetingsTrouble } from './meetings/settings.ts';
import { KEY_PATH, SECRET_SETTINGS, SETTINGS, type Settings } from './settings.ts';
import { videoProblems } from './video/settings.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface Config extends Readonly<Settings> {
  /** Settings that look like ours but are not (probably typos), and those that can't work. */
  readonly warnings: readonly string[];
  /** Secrets as `[redacted]`, for whoever prints a whole config. */
  toJSON(): Readonly<Record<string, unknown>>;
}

/** Reads all settings. Throws ConfigError with every problem at once, each with its fix. */
export function loadConfig(env: Env): Config {
  const given = withoutBlanks(env);
  const key = readKey(given);
  const parsed = SETTINGS.safeParse({ ...given, VONAGE_PRIVATE_KEY: key.pem });
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = [
    ...issues
      .filter(({ path: [name] }) => !(name === 'VONAGE_PRIVATE_KEY' && key.problem !== undefined))
      .map(({ path: [name], message }) => `${String(name)} ${message}`),
    ...(key.problem === undefined ? [] : [key.problem]),
    ...lostDisk(given),
    ...dividedFile(given),
    ...videoProblems(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const settings = parsed.data;
  return Object.freeze({
    ...settings,
    warnings: [...typos(given), ...troubles(settings)],
    toJSON: () => redacted(settings),
  });
}

/** An empty line in a .env file means "not set". */
function withoutBlanks(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

function readKey(env: Env): { readonly pem: string | undefined; readonly problem?: string } {
  const { VONAGE_PRIVATE_KEY: pem, [KEY_PATH]: path } = env;
  if (pem !== undefined || path === undefined) return { pem };
  try {
    return { pem: readFileSync(path, 'utf8') };
  } catch {
    return { pem, problem: `${KEY_PATH} names a file that can't be read: ${path}` };
  }
}

/** Heroku, which sets DYNO, gives every start an empty disk. */
function lostDisk({ DYNO, DATABASE_URL }: Env): string[] {
  if (DYNO === undefined || DATABASE_URL?.startsWith('postgres')) return [];
  return [
    'DATABASE_URL points to a file, but the disk here is thrown away at every restart. Use Postgres: postgres://…',
  ];
}

/** A file is served by one process, which then has to do everything. */
function dividedFile({ ROLE, DATABASE_URL }: Env): string[] {
  if ((ROLE !== 'web' && ROLE !== 'worker') || DATABASE_URL?.startsWith('postgres')) return [];
  return [
    `ROLE=${ROLE} is for many processes, and a file has only one. Use Postgres: postgres://…, or ROLE=all.`,
  ];
}

function typos(env: Env): string[] {
  const known = new Set([...Object.keys(SETTINGS.shape), KEY_PATH]);
  return Object.keys(env)
    .filter((name) => /^(SLACK|VONAGE|MEETINGS|VIDEO)_/.test(name) && !known.has(name))
    .map((name) => `${name} is not a setting of Roomtone: a typo?`);
}

function troubles(settings: Settings): string[] {
  const trouble = meetingsTrouble(settings);
  return trouble === undefined ? [] : [`${trouble}: no room can be made there.`];
}

function redacted(settings: Settings): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, SECRET_SETTINGS.has(name) ? '[redacted]' : value]),
  );
}
