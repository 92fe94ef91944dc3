import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxControls } from '../protocol.ts';
import type { Traffic } from '../traffic.ts';
import { AppConnection } from './app-connection.ts';
import { type AppManifest, readManifest } from './app-manifest.ts';
import { EventDelivery } from './event-delivery.ts';
import { Faults } from './faults.ts';
import { httpApp } from './http-app.ts';
import type { Desk } from './interaction.ts';
import { RateLimits } from './rate-limits.ts';
import { ResponseUrls } from './response-urls.ts';
import { TriggerIds } from './trigger-ids.ts';
import { ViewStream } from './view-stream.ts';
import { Views } from './views/views.ts';
import { type Workspace, workspaceHandle } from './workspace-handle.ts';
import { type MoreOfTheWorld, WorkspaceState } from './workspace-state.ts';
import { appCommands } from './world.ts';

const ACKNOWLEDGE_WITHIN_MS = 3000;

/** How the local Slack is set up. */
export interface SlackOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly signingSecret: string;
  readonly botToken: string;
  /** The app's origin; asked at each request. */
  readonly appUrl: () => string;
  readonly traffic: Traffic;
  readonly controls: SandboxControls;
  /** The built page, with `workspace.html`; null: none. */
  readonly pageFolder: string | null;
  /** How long the app may take to acknowledge. Default: Slack's 3 seconds. */
  readonly requestTimeoutMs?: number;
  /** Default `real`. */
  readonly rateLimits?: 'real' | 'off';
  /** The commands' names. Default `/meet` and `/recordings`. */
  readonly commandNames?: { readonly meet: string; readonly recordings: string };
  /** What Slack knows of the app besides its commands. Default: `manifest.yml`. */
  readonly manifest?: AppManifest;
  /** Epoch milliseconds, for rate limits and what expires. Default: the machine's clock. */
  readonly now?: () => number;
  /** Who and what there is besides the workspace's own people and conversations. */
  readonly more?: MoreOfTheWorld;
  /** Until then pages and scripts wait; the app is answered. Default: open at once. */
  readonly opened?: Promise<void>;
  /** Under which origin it is reached when something stands in front of it. */
  readonly origin?: string;
}

/** The local Slack, listening. */
export interface RunningSlack {
  readonly url: string;
  readonly port: number;
  /** Base of the Web API, with a slash at the end. */
  readonly apiUrl: string;
  readonly workspace: Workspace;
  close(): Promise<void>;
}

/** Starts the local Slack. Rejects when it cannot listen on that port. */
export async function startSlack(options: SlackOptions): Promise<RunningSlack> {
  const {
    now = Date.now,
    commandNames = { meet: '/meet', recordings: '/recordings' },
    opened = Promise.resolve(),
  } = options;
  const server = createServer();
  const port = await listen(server, options);
  // What people type, so that links in messages stay on the page they have open.
  const url = options.origin ?? `http://${options.host === '127.0.0.1' ? 'localhost' : options.host}:${port}`;
  const workspace = new WorkspaceState(now, options.more);
  const app = new AppConnection({
    ...options,
    timeoutMs: options.requestTimeoutMs ?? ACKNOWLEDGE_WITHIN_MS,
  });
  const manifest = options.manifest ?? readManifest();
  const desk: Desk = {
    workspace,
    commands: appCommands(commandNames),
    app,
    manifest,
    events: new EventDelivery(app, manifest.botEvents, now),
    views: new Views(now, () => workspace.changed()),
    responseUrls: new ResponseUrls(now, url),
    triggerIds: new TriggerIds(now),
  };
  const rateLimits = new RateLimits(now, options.rateLimits ?? 'real');
  const stream = new ViewStream();
  server.on(
    'request',
    httpApp({
      ...options,
      origin: url,
      desk,
      rateLimits,
      faults: new Faults(),
      stream,
      commandNames,
      opened,
    }),
  );
  return {
    url,
    port,
    apiUrl: `${url}/api/`,
    workspace: workspaceHandle(desk, rateLimits),
    close: () => {
      desk.events.stop();
      return stop(server, stream);
    },
  };
}

function listen(server: Server, { host, port }: SlackOptions): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', reject);
  server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  return promise;
}

async function stop(server: Server, stream: ViewStream): Promise<void> {
  stream.close();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}
