import { createPublicKey, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** What the sandbox's servers and the app share, as if they had been copied from Slack's and Vonage's pages. */
export interface SandboxSettings {
  readonly signingSecret: string;
  readonly botToken: string;
  readonly applicationId: string;
  /** Last part of the callback addresses set on the application. */
  readonly callbackToken: string;
  /** PEM files' contents. */
  readonly privateKey: string;
  readonly publicKey: string;
  readonly privateKeyPath: string;
}

/** Reads `<folder>/.env` and `<folder>/private.key`, making them the first time, so that other clients can use them. */
export function readSettings(folder: string): SandboxSettings {
  const envPath = join(folder, '.env');
  const privateKeyPath = join(folder, 'private.key');
  const isComplete =
    existsSync(envPath) && existsSync(privateKeyPath) && 'CALLBACK_TOKEN' in readEnv(envPath);
  if (!isComplete) makeSettings(folder, { envPath, privateKeyPath });
  const env = readEnv(envPath);
  const privateKey = readFileSync(privateKeyPath, 'utf8');
  return {
    signingSecret: env['SLACK_SIGNING_SECRET'] ?? '',
    botToken: env['SLACK_BOT_TOKEN'] ?? '',
    applicationId: env['VONAGE_APPLICATION_ID'] ?? '',
    callbackToken: env['CALLBACK_TOKEN'] ?? '',
    privateKey,
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    privateKeyPath,
  };
}

const readEnv = (path: string): NodeJS.Dict<string> => parseEnv(readFileSync(path, 'utf8'));

function makeSettings(
  folder: string,
  paths: { readonly envPath: string; readonly privateKeyPath: string },
): void {
  mkdirSync(folder, { recursive: true });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(paths.privateKeyPath, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const lines = [
    '# Made by the sandbox. Any client of its Slack or of its Vonage can use these.',
    `SLACK_SIGNING_SECRET=${randomBytes(16).toString('hex')}`,
    `SLACK_BOT_TOKEN=xoxb-sandbox-${randomBytes(12).toString('hex')}`,
    `VONAGE_APPLICATION_ID=${randomUUID()}`,
    `VONAGE_PRIVATE_KEY_PATH=${paths.privateKeyPath}`,
    `CALLBACK_TOKEN=${randomBytes(24).toString('base64url')}`,
  ];
  writeFileSync(paths.envPath, `${lines.join('\n')}\n`, { mode: 0o600 });
}
