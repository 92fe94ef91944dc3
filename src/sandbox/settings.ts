import { createPublicKey, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** What the sandbox's servers and the app share, as if they had been copied from Slack's and Vonage's pages. */
export interface SandboxSettings {
  readonly signingSecret: string;
  readonly botToken: string;
  readonly applicationId: string;
  /** PEM files' contents. */
  readonly privateKey: string;
  readonly publicKey: string;
  readonly privateKeyPath: string;
}

/** Reads `<folder>/.env` and `<folder>/private.key`, making them the first time, so that other clients can use them. */
export function readSettings(folder: string): SandboxSettings {
  const envPath = join(folder, '.env');
  const privateKeyPath = join(folder, 'private.key');
  if (!existsSync(envPath) || !existsSync(privateKeyPath)) makeSettings(folder, { envPath, privateKeyPath });
  const env = parseEnv(readFileSync(envPath, 'utf8'));
  const privateKey = readFileSync(privateKeyPath, 'utf8');
  return {
    signingSecret: env['SLACK_SIGNING_SECRET'] ?? '',
    botToken: env['SLACK_BOT_TOKEN'] ?? '',
    applicationId: env['VONAGE_APPLICATION_ID'] ?? '',
    privateKey,
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    privateKeyPath,
  };
}

function makeSettings(
  folder: string,
  paths: { readonly envPath: string; readonly privateKeyPath: string },
): void {
  mkdirSync(folder, { recursive: true });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(paths.privateKeyPath, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const lines = [
    '# Made by the sandbox. Any client of its Slack or its Meetings server can use these.',
    `SLACK_SIGNING_SECRET=${randomBytes(16).toString('hex')}`,
    `SLACK_BOT_TOKEN=xoxb-sandbox-${randomBytes(12).toString('hex')}`,
    `VONAGE_APPLICATION_ID=${randomUUID()}`,
    `VONAGE_PRIVATE_KEY_PATH=${paths.privateKeyPath}`,
  ];
  writeFileSync(paths.envPath, `${lines.join('\n')}\n`, { mode: 0o600 });
}
