import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { type Meetings, startMeetings } from '../../src/sandbox/meetings/server.ts';
import { type RunningSlack, startSlack } from '../../src/sandbox/slack/server.ts';
import { createTraffic, type Traffic } from '../../src/sandbox/traffic.ts';
import { compileCache } from './compile-cache.ts';
import { freePort } from './free-port.ts';
import { noControls } from './no-controls.ts';
import { querySqlite } from './query-sqlite.ts';
import { validEnv } from './valid-env.ts';

const ROOT = join(import.meta.dirname, '../..');
const LOOK_EVERY_MS = 25;

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** The app as a process of its own, between the sandbox's Slack and Meetings servers. */
export interface RealProgram {
  readonly slack: RunningSlack;
  readonly meetings: Meetings;
  readonly traffic: Traffic;
  /** The app's origin. */
  readonly url: string;
  /** What it is started with. */
  readonly env: Readonly<Record<string, string>>;
  /** The database file. */
  readonly file: string;
  /** Log lines of all starts so far, parsed. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  /** Resolves once it answers. */
  start(): Promise<void>;
  pid(): number;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop; resolves to its exit code. */
  stop(): Promise<number | null>;
  /** Reads the database, or changes it in the place of time that passes. */
  sql<Row = Record<string, unknown>>(query: string): Row[];
}

/** Sets all of it up on free ports, with `program` not started yet; everything is closed when the test ends. */
export async function realProgram(program = 'src/main.ts'): Promise<RealProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-real-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const traffic = createTraffic();
  const local = { host: '127.0.0.1', port: 0, traffic, pageFolder: null } as const;
  const meetings = await startMeetings({
    ...local,
    applicationId: validEnv['VONAGE_APPLICATION_ID'] ?? '',
    publicKey,
    folder,
    uploadDelayMs: 0,
    endDelayMs: 0,
  });
  onTestFinished(meetings.close);
  const slack = await startSlack({
    ...local,
    signingSecret: validEnv['SLACK_SIGNING_SECRET'] ?? '',
    botToken: validEnv['SLACK_BOT_TOKEN'] ?? '',
    appUrl: () => url,
    controls: noControls,
  });
  onTestFinished(slack.close);
  const file = join(folder, 'roomtone.db');
  const env = {
    ...validEnv,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    VONAGE_PRIVATE_KEY: privateKey,
    SLACK_API_URL: slack.apiUrl,
    MEETINGS_API_URL: meetings.apiUrl,
    DATABASE_URL: `file:${file}`,
  };
  const log: Record<string, unknown>[] = [];
  let child: ChildProcess | undefined;

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = undefined;
    if (ending === undefined) return null;
    const ended = new Promise<number | null>((resolve) => ending.once('close', resolve));
    ending.kill(signal);
    return ended;
  };
  onTestFinished(() => end('SIGKILL').then(() => undefined));

  return {
    slack,
    meetings,
    traffic,
    url,
    env,
    file,
    log,
    async start() {
      const started = spawn(process.execPath, [join(ROOT, program)], {
        env: { ...compileCache, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      readLines(started, (line) => log.push(JSON.parse(line)));
      while (!(await isReady(url))) {
        if (started.exitCode !== null) throw new Error(`It ended with ${started.exitCode}`);
        await delay(LOOK_EVERY_MS);
      }
    },
    pid: () => child?.pid ?? 0,
    kill: () => end('SIGKILL').then(() => undefined),
    stop: () => end('SIGTERM'),
    sql: (query) => querySqlite(file, query),
  };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => undefined);
  return answer?.ok === true;
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
}
