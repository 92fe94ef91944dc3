import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { SandboxControls, WorkspaceView } from '../../src/sandbox/protocol.ts';
import { type RunningSlack, startSlack } from '../../src/sandbox/slack/server.ts';
import { createTraffic } from '../../src/sandbox/traffic.ts';

type Status = ReturnType<SandboxControls['status']>;

/** The page in front of a real sandbox Slack, with a tiny app behind it. */
export interface PageWorld {
  readonly slack: RunningSlack;
  /** Clicks the app was told of, oldest first: the action's id and value. */
  readonly clicks: readonly { readonly actionId: string; readonly value: string | undefined }[];
  /** What the page asked of the sandbox's knobs. */
  readonly controls: readonly unknown[];
  /** What the knobs show. */
  status: Status;
  /** Posts as the app; returns the message's `ts`. */
  post(
    channel: string,
    message: { text: string; blocks?: readonly unknown[]; thread_ts?: string },
  ): Promise<string>;
  close(): Promise<void>;
}

const BOT_TOKEN = 'xoxb-page-test';

/** Builds the page and starts everything on free ports. */
export async function startPageWorld(): Promise<PageWorld> {
  const pageFolder = await buildPage();
  const clicks: { actionId: string; value: string | undefined }[] = [];
  const asked: unknown[] = [];
  const app = createServer(async (request, response) => {
    const form = new URLSearchParams(await new Response(request as never).text());
    const payload = form.get('payload');
    if (payload !== null) {
      const [action] = JSON.parse(payload).actions;
      clicks.push({ actionId: action.action_id, value: action.value });
      response.end();
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ text: `Heard ${form.get('command')} with *${form.get('text')}*.` }));
  });
  const appPort = await listen(app);
  const world = { status: QUIET };
  const slack = await startSlack({
    host: '127.0.0.1',
    port: 0,
    signingSecret: 'page-test-secret',
    botToken: BOT_TOKEN,
    appUrl: () => `http://127.0.0.1:${appPort}`,
    traffic: createTraffic(),
    controls: recordingControls(asked, () => world.status),
    pageFolder,
    rateLimits: 'off',
  });
  return Object.assign(world, {
    slack,
    clicks,
    controls: asked,
    post: (channel: string, message: object) => callApi(slack, 'chat.postMessage', { channel, ...message }),
    async close() {
      await slack.close();
      app.closeAllConnections();
      await new Promise((resolve) => app.close(resolve));
      await rm(pageFolder, { recursive: true });
    },
  });
}

const QUIET: Status = {
  app: 'running',
  faults: { duplicate: 1, shuffle: false },
  aheadSeconds: 0,
  liveRooms: [],
} satisfies Pick<WorkspaceView, 'app' | 'faults' | 'aheadSeconds' | 'liveRooms'>;

function recordingControls(asked: unknown[], status: () => Status): SandboxControls {
  return {
    advance: async (seconds) => void asked.push({ advance: seconds }),
    bringGuest: async (roomId) => void asked.push({ guest: roomId }),
    setFaults: (faults) => void asked.push({ faults }),
    killApp: async () => void asked.push('kill'),
    status,
  };
}

async function buildPage(): Promise<string> {
  const root = path.resolve('src/sandbox/page');
  const outDir = await mkdtemp(path.join(tmpdir(), 'workspace-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: path.join(root, 'workspace.html') } },
  });
  return outDir;
}

async function callApi(slack: RunningSlack, method: string, body: object): Promise<string> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BOT_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { ok: boolean; ts: string };
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`);
  return answer.ts;
}

function listen(server: Server): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  return promise;
}
