import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from './errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where Vonage's own service was; switched off on 30 June 2025. */
export const HOSTED_MEETINGS_API = 'https://api-eu.vonage.com/v1/meetings';

const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const secureUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))))
    return url;
  context.addIssue('must be an https:// address (http:// only on this machine)');
  return z.NEVER;
});
const origin = secureUrl.transform((url) => url.origin);
/** Without a slash at the end. */
const baseUrl = secureUrl.transform((url) => url.href.replace(/\/+$/, ''));

const secret = (hint: string) =>
  z
    .string({ error: `is missing. ${hint}` })
    .trim()
    .min(1, `is empty. ${hint}`);
const secrets = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine(
    (all) => all.every((one) => one.length >= 16),
    'needs at least 16 characters each, comma-separated',
  );
const wholeNumber = (min: number, max: number) =>
  z.coerce.number({ error: 'must be a number' }).int().min(min).max(max);

const slashCommand = z
  .string()
  .regex(/^\/[a-z0-9_-]{1,31}$/, 'must be a slash and up to 31 small letters, digits, - or _');

const databaseUrl = z
  .string()
  .regex(/^file:./, 'must be file:<path>, e.g. file:./data/roomtone.db')
  .transform((url) => ({ file: url.slice('file:'.length) }));

/** The PEM itself (line ends may be written as \n), or base64 of it. */
const privateKey = z
  .string({
    error: 'is missing. Put the application’s private key here, or its path into VONAGE_PRIVATE_KEY_PATH.',
  })
  .transform((text, context) => {
    const unescaped = text.replaceAll('\\n', '\n').trim();
    const pem = unescaped.startsWith('-----') ? unescaped : Buffer.from(unescaped, 'base64').toString('utf8');
    try {
      return createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString();
    } catch {
      context.addIssue('is not a private key: expected PEM, or base64 of PEM');
      return z.NEVER;
    }
  });

/** Every setting, by the name of its environment variable. */
export const SETTINGS = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: origin,
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  SLACK_SIGNING_SECRET: secret('Slack shows it under Basic Information, App Credentials.'),
  SLACK_BOT_TOKEN: secret('Slack shows it under OAuth & Permissions once the app is installed.').startsWith(
    'xoxb-',
    'must be a bot token, which starts with xoxb-',
  ),
  SLACK_API_URL: baseUrl.default('https://slack.com/api').transform((url) => `${url}/`),
  SLACK_COMMAND_MEET: slashCommand.default('/meet'),
  SLACK_COMMAND_RECORDINGS: slashCommand.default('/recordings'),
  VONAGE_APPLICATION_ID: z.uuid({ error: 'must be the application’s UUID' }),
  VONAGE_PRIVATE_KEY: privateKey,
  MEETINGS_API_URL: baseUrl.default(HOSTED_MEETINGS_API),
  CALLBACK_TOKEN: secrets.optional(),
  VONAGE_SIGNATURE_SECRET: secrets.optional(),
  DATABASE_URL: databaseUrl.default({ file: './data/roomtone.db' }),
  MAX_ROOMS_PER_TEAM: wholeNumber(1, 1_000).default(100),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Read instead of VONAGE_PRIVATE_KEY, when that is not set. */
const KEY_PATH = 'VONAGE_PRIVATE_KEY_PATH';

type Settings = z.infer<typeof SETTINGS>;

export interface Config extends Readonly<Settings> {
  /** Settings that look like ours but are not: probably typos. */
  readonly warnings: readonly string[];
}

/** Reads all settings. Throws ConfigError with every problem at once, each with its fix. */
export function loadConfig(env: Env): Config {
  const problems: string[] = [];
  const parsed = SETTINGS.safeParse(withKeyFromFile(withoutBlanks(env), problems));
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      problems.push(
        `${name} ${issue.code === 'invalid_type' && env[name] === undefined ? missing(issue.message) : issue.message}`,
      );
    }
  }
  if (env['DYNO'] !== undefined && !env['DATABASE_URL']?.startsWith('postgres')) {
    problems.push(
      'DATABASE_URL points to a file, but the disk here is thrown away at every restart. Use a machine with a disk.',
    );
  }
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
  return Object.freeze({ ...parsed.data, warnings: [...typos(env), ...switchedOff(parsed.data)] });
}

const missing = (message: string) => (message.startsWith('is missing') ? message : 'is missing');

/** An empty line in a .env file means "not set". */
function withoutBlanks(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

function withKeyFromFile(env: Env, problems: string[]): Env {
  const path = env[KEY_PATH];
  if (env['VONAGE_PRIVATE_KEY'] !== undefined || path === undefined) return env;
  try {
    return { ...env, VONAGE_PRIVATE_KEY: readFileSync(path, 'utf8') };
  } catch {
    problems.push(`${KEY_PATH} names a file that can't be read: ${path}`);
    return env;
  }
}

function typos(env: Env): string[] {
  const known = new Set([...Object.keys(SETTINGS.shape), KEY_PATH]);
  return Object.keys(env)
    .filter((name) => /^(SLACK|VONAGE|MEETINGS)_/.test(name) && !known.has(name))
    .map((name) => `${name} is not a setting of Roomtone: a typo?`);
}

function switchedOff({ MEETINGS_API_URL }: Settings): string[] {
  return MEETINGS_API_URL === HOSTED_MEETINGS_API
    ? [
        'MEETINGS_API_URL is Vonage’s own service, which was switched off on 30 June 2025: no room can be made there.',
      ]
    : [];
}
