import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { MEMORY_FLAGS } from '../../test/support/deployed-flags.ts';
import type { Bench } from './bench.ts';
import type { Door } from './door.ts';
import { meetingsDoor, slackDoor } from './doors.ts';
import { type Program, startProgram } from './program.ts';

export const SIGNING_SECRET = 'bench-signing-secret-0123456789';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** The settings it cannot do without. */
export const SETTINGS: Readonly<Record<string, string>> = {
  PUBLIC_URL: 'http://127.0.0.1',
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_BOT_TOKEN: 'xoxb-bench',
  VONAGE_APPLICATION_ID: '9d2c4f0e-6f0c-4e0f-8d8e-6d1f4a0f7f11',
  VONAGE_PRIVATE_KEY: privateKey,
};

/** What the app calls. */
export interface Outside {
  readonly slack: Door;
  readonly meetings: Door;
}

export async function openOutside({ after }: Bench): Promise<Outside> {
  const [slack, meetings] = await Promise.all([slackDoor(), meetingsDoor()]);
  after(() => Promise.all([slack.close(), meetings.close()]));
  return { slack, meetings };
}

export interface AppOptions extends Outside {
  readonly databaseUrl: string;
  readonly role?: 'all' | 'web' | 'worker';
}

/** The built app as it runs anywhere, its log in a file; killed at the benchmark's end if it still runs. */
export async function startApp({ folder, after }: Bench, options: AppOptions): Promise<Program> {
  const { databaseUrl, slack, meetings, role = 'all' } = options;
  const app = await startProgram({
    file: join(import.meta.dirname, '../../dist/main.js'),
    readyPath: '/readyz',
    logFile: join(folder, 'app.log'),
    env: {
      NODE_OPTIONS: MEMORY_FLAGS,
      ...SETTINGS,
      SLACK_API_URL: `${slack.origin}/api/`,
      MEETINGS_API_URL: `${meetings.origin}/v1/meetings`,
      DATABASE_URL: databaseUrl,
      ROLE: role,
    },
  });
  after(app.kill);
  return app;
}

/** A peer: a program of this folder. */
export async function startPeer(
  { after }: Bench,
  name: string,
  ...args: readonly string[]
): Promise<Program> {
  const peer = await startProgram({ file: join(import.meta.dirname, name), args, env: SETTINGS });
  after(peer.kill);
  return peer;
}
