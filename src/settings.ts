import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

/** Where Vonage's own service was; switched off on 30 June 2025. */
export const HOSTED_MEETINGS_API = 'https://api-eu.vonage.com/v1/meetings';
export const HOSTED_VIDEO_API = 'https://video.api.vonage.com';

const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** `missing` completes "PUBLIC_URL is missing. …". */
const text = (missing: string) => z.string({ error: `is missing. ${missing}` });

const secureUrl = (missing: string) =>
  text(missing).transform((address, context) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url))) return url;
    context.addIssue('must be an https:// address (http:// only on this machine)');
    return z.NEVER;
  });
const origin = (missing: string) =>
  secureUrl(missing)
    .refine((url) => url.href === `${url.origin}/`, 'must end after the host: no path, no question mark')
    .transform((url) => url.origin);
/** Without a slash at the end. */
const baseUrl = secureUrl('').transform((url) => url.href.replace(/\/+$/, ''));

const secret = (missing: string) => text(missing).trim();
const secrets = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .refine(
    (all) => all.every((one) => one.length >= 16),
    'needs at least 16 characters each, comma-separated',
  );

const wholeNumber = (min: number, max: number) => {
  const rule = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error: rule }).int(rule).min(min, rule).max(max, rule);
};

const slashCommand = z
  .string()
  .regex(/^\/[a-z0-9_-]{1,31}$/, 'must be a slash and up to 31 small letters, digits, - or _');

const databaseUrl = z
  .string()
  .regex(
    /^(file:|postgres(ql)?:\/\/)./,
    'must be file:<path>, e.g. file:./data/roomtone.db, or postgres://<user>:<password>@<host>/<database>',
  )
  .transform((url) =>
    url.startsWith('file:')
      ? ({ kind: 'sqlite', file: url.slice('file:'.length) } as const)
      : ({ kind: 'postgres', url } as const),
  );

/** The PEM itself (line ends may be written as \n), or base64 of it. */
const privateKey = text(
  'Put the application’s private key here, or its path into VONAGE_PRIVATE_KEY_PATH.',
).transform((given, context) => {
  const unescaped = given.replaceAll('\\n', '\n').trim();
  const pem = unescaped.startsWith('-----') ? unescaped : Buffer.from(unescaped, 'base64').toString('utf8');
  try {
    return createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString();
  } catch {
    context.addIssue('is not a private key: expected PEM, or base64 of PEM');
    return z.NEVER;
  }
});

const applicationId = text('Vonage shows this UUID with the application.').pipe(
  z.uuid({ error: 'must be the application’s UUID' }),
);

const SSL_MODES = ['verify', 'no-verify', 'off'] as const;
/** Whom rooms can be made with, by the names that rooms, sessions and recordings carry. */
const PROVIDERS = ['vonage-meetings', 'vonage-video'] as const;
export type ProviderName = (typeof PROVIDERS)[number];
const ROLES = ['all', 'web', 'worker'] as const;
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });

/** Every setting, by the name of its environment variable. */
export const SETTINGS = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: origin('Set the https:// address under which Slack and the Meetings server reach the app.'),
  ROLE: oneOf(ROLES).default('all'),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  SLACK_SIGNING_SECRET: secret('Slack shows it under Basic Information, App Credentials.'),
  SLACK_BOT_TOKEN: secret('Slack shows it under OAuth & Permissions once the app is installed.').startsWith(
    'xoxb-',
    'must be a bot token, which starts with xoxb-',
  ),
  SLACK_API_URL: baseUrl.default('https://slack.com/api').transform((url) => `${url}/`),
  SLACK_COMMAND_MEET: slashCommand.default('/meet'),
  SLACK_COMMAND_RECORDINGS: slashCommand.default('/recordings'),
  PROVIDER: oneOf(PROVIDERS).default('vonage-meetings'),
  VONAGE_APPLICATION_ID: applicationId,
  VONAGE_PRIVATE_KEY: privateKey,
  MEETINGS_API_URL: baseUrl.default(HOSTED_MEETINGS_API),
  VIDEO_API_URL: baseUrl.default(HOSTED_VIDEO_API),
  VIDEO_CLIENT_URL: secureUrl('').optional(),
  CALLBACK_TOKEN: secrets.optional(),
  VONAGE_SIGNATURE_SECRET: secrets.optional(),
  DATABASE_URL: databaseUrl.default({ kind: 'sqlite', file: './data/roomtone.db' }),
  DATABASE_SSL: oneOf(SSL_MODES).optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 200).default(10),
  MAX_ROOMS_PER_TEAM: wholeNumber(1, 1_000).default(100),
  METRICS_TOKEN: secret('').min(16, 'needs at least 16 characters').optional(),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
});

export type Settings = z.infer<typeof SETTINGS>;

/** What no log line and no message may show. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set<keyof Settings>([
  'SLACK_SIGNING_SECRET',
  'SLACK_BOT_TOKEN',
  'VONAGE_PRIVATE_KEY',
  'CALLBACK_TOKEN',
  'VONAGE_SIGNATURE_SECRET',
  'METRICS_TOKEN',
  // May hold a password.
  'DATABASE_URL',
]);

/** Read instead of VONAGE_PRIVATE_KEY, when that is not set. */
export const KEY_PATH = 'VONAGE_PRIVATE_KEY_PATH';
