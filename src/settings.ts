import { z } from 'zod';
import { MEETINGS_PROVIDER, MEETINGS_SETTINGS } from './meetings/settings.ts';
import {
  applicationId,
  baseUrl,
  databaseUrl,
  oneOf,
  origin,
  privateKey,
  secret,
  secrets,
  slashCommand,
  wholeNumber,
} from './setting-kinds.ts';
import { VIDEO_PROVIDER, VIDEO_SETTINGS } from './video/settings.ts';

const SSL_MODES = ['verify', 'no-verify', 'off'] as const;
/** Whom rooms can be made with, by the names that rooms, sessions and recordings carry. */
const PROVIDERS = [MEETINGS_PROVIDER, VIDEO_PROVIDER] as const;
export type ProviderName = (typeof PROVIDERS)[number];
const ROLES = ['all', 'web', 'worker'] as const;
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

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
  PROVIDER: oneOf(PROVIDERS).default(MEETINGS_PROVIDER),
  VONAGE_APPLICATION_ID: applicationId,
  VONAGE_PRIVATE_KEY: privateKey,
  ...MEETINGS_SETTINGS,
  ...VIDEO_SETTINGS,
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
