import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { type Meetings, startMeetings } from '../../src/sandbox/meetings/server.ts';
import { type RunningSlack, startSlack } from '../../src/sandbox/slack/server.ts';
import { createTraffic, type Traffic } from '../../src/sandbox/traffic.ts';
import { applicationToken } from '../../src/vonage/token.ts';
import { freePort } from './free-port.ts';
import { writeMigrated } from './migrated-sqlite.ts';
import { noControls } from './no-controls.ts';
import { seeFile, seePostgres } from './seen-database.ts';

const SIGNING_SECRET = 'test-signing-secret-0123456789';
export const BOT_TOKEN = 'xoxb-test-token';
const APPLICATION_ID = '0e7a6a1c-5a4d-4f0e-9d0a-6b1c2d3e4f50';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** Jobs due within this long are run by {@link Roomtone.settle}: pauses and first retries, not looks after minutes. */
const SOON_MS = 15_000;

export interface Roomtone {
  readonly slack: RunningSlack;
  readonly meetings: Meetings;
  readonly traffic: Traffic;
  /** The app's origin. */
  readonly url: string;
  readonly signingSecret: string;
  /** What it was started with. */
  readonly env: Readonly<Record<string, string>>;
  /** A token for the Meetings API, as the app itself makes them. */
  meetingsToken(): Promise<string>;
  /** Log lines so far, parsed. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  /** Read-only view of the database file. */
  sql<Row = Record<string, unknown>>(query: string, ...values: unknown[]): Row[];
  /** Moves the app's and Slack's clock. */
  advance(ms: number): void;
  now(): number;
  /** Runs everything that is due now. */
  idle(): Promise<void>;
  /** Runs everything that is due now or soon, moving the clock over the pauses. */
  settle(): Promise<void>;
  /** Moves the clock and runs what has become due. */
  pass(ms: number): Promise<void>;
  /** Waits until the Meetings server has delivered a callback of that event. */
  happened(event: string): Promise<void>;
  /** `/meet …` as typed by somebody, settled. */
  meet(text: string, who?: { user?: string; channel?: string }): Promise<void>;
  /** Stops the app and starts it again on the same database. */
  restart(): Promise<void>;
}

export interface RoomtoneOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly rateLimits?: 'real' | 'off';
  /** How long the app waits for an answer of Slack or the Meetings server. Default: 10 s. */
  readonly timeoutMs?: number;
  /** `postgres://…` of an empty database. Default: an SQLite file. */
  readonly databaseUrl?: string;
  /** How large the SQLite file may become, in pages of 4 kB. Default: as large as it likes. */
  readonly maxPages?: number;
}

/** The app between the sandbox's Slack and Meetings servers, all on free ports, closed when the test ends. */
export async function roomtone({
  env = {},
  rateLimits = 'real',
  timeoutMs,
  databaseUrl,
  maxPages,
}: RoomtoneOptions = {}): Promise<Roomtone> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const traffic = createTraffic();
  let url = '';
  const meetings = await startMeetings({
    host: '127.0.0.1',
    port: 0,
    applicationId: APPLICATION_ID,
    publicKey,
    traffic,
    folder,
    pageFolder: null,
    uploadDelayMs: 0,
    endDelayMs: 0,
    now,
  });
  onTestFinished(meetings.close);
  const slack = await startSlack({
    host: '127.0.0.1',
    port: 0,
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    appUrl: () => url,
    traffic,
    controls: noControls,
    pageFolder: null,
    rateLimits,
    commandNames: {
      meet: env['SLACK_COMMAND_MEET'] ?? '/meet',
      recordings: env['SLACK_COMMAND_RECORDINGS'] ?? '/recordings',
    },
    now,
  });
  onTestFinished(slack.close);

  const file = join(folder, 'roomtone.db');
  if (databaseUrl === undefined) await writeMigrated(file);
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) });
  let app: App;
  let settings: Record<string, string> = {};
  const start = async (port: number) => {
    // The port has to be known before the app can be told its own address.
    const chosen = port || (await freePort());
    url = `http://127.0.0.1:${chosen}`;
    settings = {
      PORT: String(chosen),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      VONAGE_APPLICATION_ID: APPLICATION_ID,
      VONAGE_PRIVATE_KEY: privateKey,
      MEETINGS_API_URL: meetings.apiUrl,
      DATABASE_URL: databaseUrl ?? `file:${file}`,
      ...env,
    };
    app = await createApp(loadConfig(settings), {
      log,
      clock: { now },
      ...(timeoutMs !== undefined && { timeoutMs }),
      ...(maxPages !== undefined && { maxPages }),
    });
    await app.start();
  };
  await start(0);
  onTestFinished(() => app.stop());

  const database = databaseUrl === undefined ? seeFile(file) : await seePostgres(databaseUrl);

  const idle = async () => {
    await app.idle();
    await database.setAhead(ahead);
    await app.idle();
  };
  const settle = async () => {
    for (;;) {
      await idle();
      const next = await database.nextRunAt(now());
      if (next === null || next - now() > SOON_MS) return;
      ahead += Math.max(next - now(), 0) + 1;
    }
  };
  const pass = async (ms: number) => {
    ahead += ms;
    await settle();
  };
  return {
    slack,
    meetings,
    traffic,
    get url() {
      return url;
    },
    signingSecret: SIGNING_SECRET,
    get env() {
      return settings;
    },
    meetingsToken: applicationToken({ applicationId: APPLICATION_ID, privateKey, clock: { now } }),
    log: lines,
    sql: database.sql,
    advance: (ms) => {
      ahead += ms;
    },
    now,
    idle,
    settle,
    pass,
    happened: (event) =>
      vi
        .waitUntil(
          () =>
            traffic
              .recent()
              .some(({ kind, title, status }) => kind === 'callback' && title === event && status === 204),
          { timeout: 5_000 },
        )
        .then(() => undefined),
    async meet(text, { user = 'ada', channel = 'general' } = {}) {
      await slack.workspace.command({ user, channel, text, command: '/meet' });
      await settle();
    },
    async restart() {
      const port = Number(new URL(url).port);
      await app.stop();
      await start(port);
    },
  };
}
