import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type SandboxSettings } from '../../src/sandbox/settings.ts';
import { type RunningSlack, startSlack } from '../../src/sandbox/slack/server.ts';
import { createTraffic } from '../../src/sandbox/traffic.ts';
import { freePort } from '../../test/support/free-port.ts';
import { noControls } from '../../test/support/no-controls.ts';
import { moreOfTheWorld } from './more-of-the-world.ts';
import type { Provider, RoomServer } from './providers/provider.ts';
import { type Exchange, type Moment, openWire, type Verdict, type Wire } from './wire.ts';

/** What is asked at each moment of each exchange, on each of the three wires. */
export interface Watch {
  toSlack(call: Exchange, moment: Moment): Verdict;
  toProvider(call: Exchange, moment: Moment): Verdict;
  toApp(request: Exchange, moment: Moment): Verdict;
}

/** The sandbox's two servers, with wires between them and the app. */
export interface World<Server extends RoomServer = RoomServer> {
  readonly slack: RunningSlack;
  readonly rooms: Server;
  readonly settings: SandboxSettings;
  /** Ids of people and public channels made for this; everybody is everywhere. */
  readonly people: readonly string[];
  readonly channels: readonly string[];
  /** Conversations of the nth person with somebody. */
  readonly directs: readonly string[];
  /** More people, each with a public channel of their own. */
  readonly admins: readonly { readonly host: string; readonly channel: string }[];
  /** A person's conversation with the app. */
  directOf(userId: string): string;
  /** Where Slack and the provider find the app: through a wire. */
  readonly publicUrl: string;
  /** For an app that listens on the world's port, or on another one. */
  env(databaseUrl: string, more?: Readonly<Record<string, string>>): Record<string, string>;
  /** Resolves once the app asks for nothing any more: it is dead, and what it asked for has been done. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions<Server extends RoomServer = RoomServer> {
  readonly provider: Provider<Server>;
  readonly watch: Watch;
  readonly people: number;
  readonly channels: number;
  /** Default: none. */
  readonly admins?: number;
  /** How long after its end a recording is uploaded. Default: the server's own. */
  readonly uploadDelayMs?: number;
}

const HOST = '127.0.0.1';

export async function openWorld<Server extends RoomServer>({
  provider,
  watch,
  admins = 0,
  ...options
}: WorldOptions<Server>): Promise<World<Server>> {
  const { people, channels, uploadDelayMs } = options;
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-prove-'));
  const settings = readSettings(folder);
  const port = await freePort();
  const more = moreOfTheWorld({ people, channels, admins });
  const traffic = createTraffic();
  const local = { host: HOST, port: 0, traffic, pageFolder: null } as const;
  const servers: { slack?: RunningSlack; rooms?: Server } = {};
  const slackWire = await openWire({
    target: () => `http://${HOST}:${servers.slack?.port}`,
    at: watch.toSlack,
  });
  const roomsWire = await openWire({
    target: () => `http://${HOST}:${servers.rooms?.port}`,
    at: watch.toProvider,
  });
  const appWire = await openWire({ target: () => `http://${HOST}:${port}`, at: watch.toApp });
  const wires: readonly Wire[] = [slackWire, roomsWire, appWire];
  const { applicationId, signingSecret, botToken } = settings;
  const rooms = await provider.start({ ...settings, folder, uploadDelayMs, appUrl: appWire.origin });
  servers.rooms = rooms;
  const slack = await startSlack({
    ...local,
    signingSecret,
    botToken,
    appUrl: () => appWire.origin,
    controls: noControls,
    more,
    origin: slackWire.origin,
  });
  servers.slack = slack;
  return {
    slack,
    rooms,
    settings,
    ...more.ids,
    directOf: (userId) => `D${userId.slice(1)}APP`,
    publicUrl: appWire.origin,
    env: (databaseUrl, others = {}) => ({
      HOST,
      PORT: String(port),
      PUBLIC_URL: appWire.origin,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: `${slackWire.origin}/api/`,
      VONAGE_APPLICATION_ID: applicationId,
      VONAGE_PRIVATE_KEY_PATH: settings.privateKeyPath,
      ...rooms.env(roomsWire.origin),
      DATABASE_URL: databaseUrl,
      MAX_ROOMS_PER_TEAM: '1000',
      ...others,
    }),
    quiet: async () => void (await Promise.all([slackWire.quiet(), roomsWire.quiet()])),
    async close() {
      await Promise.all([slack.close(), rooms.close(), ...wires.map((wire) => wire.close())]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
