import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AppProcess, createAppProcess } from './app-process.ts';
import { startMeetingsRooms } from './meetings-rooms.ts';
import type { SandboxControls } from './protocol.ts';
import type { Provider, RoomServer } from './room-server.ts';
import type { SandboxSettings } from './settings.ts';
import { type RunningSlack, startSlack } from './slack/server.ts';
import { createTraffic } from './traffic.ts';
import { startVideoRooms } from './video-rooms.ts';

export const HOST = '127.0.0.1';

const START_ROOMS = { 'vonage-meetings': startMeetingsRooms, 'vonage-video': startVideoRooms } as const;

export interface SandboxOptions {
  /** Whose rooms the app makes. @default 'vonage-meetings' */
  readonly provider?: Provider;
  readonly settings: SandboxSettings;
  /** For the recordings, the app's database and its log. Emptied of them at the start. */
  readonly folder: string;
  readonly pageFolder: string | null;
  readonly appProgram: string;
  readonly ports: { readonly slack: number; readonly rooms: number; readonly app: number };
}

export interface Sandbox {
  readonly slack: RunningSlack;
  /** The server behind the app's rooms. */
  readonly rooms: RoomServer;
  readonly app: AppProcess;
  readonly appUrl: string;
  /** Lets people in: until then the workspace's page waits, so that nobody meets a past that is still being made. */
  open(): void;
  close(): Promise<void>;
}

/** Starts the local Slack, the local server for the rooms, and the app between them as it is. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { provider = 'vonage-meetings', settings, folder, pageFolder, ports } = options;
  const traffic = createTraffic();
  const appUrl = `http://localhost:${ports.app}`;
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const rooms = await START_ROOMS[provider]({
    host: HOST,
    port: ports.rooms,
    settings,
    appUrl,
    traffic,
    folder,
    pageFolder,
  });
  const slack = await startSlack({
    host: HOST,
    port: ports.slack,
    signingSecret: settings.signingSecret,
    botToken: settings.botToken,
    appUrl: () => appUrl,
    traffic,
    controls: controlsOf(rooms, () => app),
    pageFolder,
    opened,
  });
  const app = createAppProcess({
    program: options.appProgram,
    env: appEnv(options, { slack, rooms, appUrl }),
    url: appUrl,
    logFile: join(folder, 'app.log'),
    onChange: traffic.touch,
  });
  return {
    slack,
    rooms,
    app,
    appUrl,
    open,
    async close() {
      await app.stop();
      await Promise.all([slack.close(), rooms.close()]);
    },
  };
}

function appEnv(
  { settings, folder, ports }: SandboxOptions,
  { slack, rooms, appUrl }: Pick<Sandbox, 'slack' | 'rooms' | 'appUrl'>,
): Record<string, string> {
  // The messages live in this process's memory, so the app's memory of them starts anew as well.
  const database = join(folder, 'database');
  rmSync(database, { recursive: true, force: true });
  mkdirSync(database, { recursive: true });
  return {
    PORT: String(ports.app),
    HOST,
    PUBLIC_URL: appUrl,
    SLACK_SIGNING_SECRET: settings.signingSecret,
    SLACK_BOT_TOKEN: settings.botToken,
    SLACK_API_URL: slack.apiUrl,
    VONAGE_APPLICATION_ID: settings.applicationId,
    VONAGE_PRIVATE_KEY_PATH: settings.privateKeyPath,
    ...rooms.appEnv,
    DATABASE_URL: `file:${join(database, 'roomtone.db')}`,
  };
}

function controlsOf({ control }: RoomServer, app: () => AppProcess): SandboxControls {
  return {
    async advance(seconds) {
      control.advance(seconds);
    },
    async bringGuest(roomId) {
      control.bringGuest(roomId);
    },
    setFaults: ({ duplicate, shuffle }) => control.setFaults({ duplicate, shuffle }),
    async killApp() {
      await app().kill();
      await app().start();
    },
    status() {
      const { duplicate, shuffle } = control.faults();
      return {
        app: app().state(),
        faults: { duplicate, shuffle },
        aheadSeconds: control.aheadSeconds(),
        liveRooms: control.liveRooms(),
      };
    },
  };
}
