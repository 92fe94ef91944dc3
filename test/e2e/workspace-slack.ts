import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SandboxControls } from '../../src/sandbox/protocol.ts';
import { type RunningSlack, startSlack } from '../../src/sandbox/slack/server.ts';
import { createTraffic, type Traffic } from '../../src/sandbox/traffic.ts';

type Status = ReturnType<SandboxControls['status']>;

export interface Click {
  readonly actionId: string;
  readonly value: string | undefined;
}

/** A real sandbox Slack that serves a built page, with a tiny app behind it. */
export interface WorkspaceSlack {
  readonly url: string;
  slack: RunningSlack;
  readonly traffic: Traffic;
  /** Clicks the app was told of, oldest first. */
  readonly clicks: readonly Click[];
  /** What the page asked of the sandbox's knobs, oldest first. */
  readonly controls: readonly unknown[];
  /** What the knobs show. */
  status: Status;
  /** Calls Slack's Web API as the app. Throws unless Slack answers `ok`. */
  call(method: string, body: object): Promise<{ readonly ts: string }>;
  stopSlack(): Promise<void>;
  /** On the port it had. */
  startSlackAgain(): Promise<void>;
  close(): Promise<void>;
}

const BOT_TOKEN = 'xoxb-page-test';

export const QUIET: Status = {
  app: 'running',
  faults: { duplicate: 1, shuffle: false },
  aheadSeconds: 0,
  liveRooms: [],
};

/** Starts both on free ports. */
export async function startWorkspaceSlack(pageFolder: string): Promise<WorkspaceSlack> {
  const clicks: Click[] = [];
  const controls: unknown[] = [];
  const app = tinyApp(clicks);
  const appPort = await listen(app);
  const traffic = createTraffic();
  const start = (port: number): Promise<RunningSlack> =>
    startSlack({
      host: '127.0.0.1',
      port,
      signingSecret: 'page-test-secret',
      botToken: BOT_TOKEN,
      appUrl: () => `http://127.0.0.1:${appPort}`,
      traffic,
      controls: recordingControls(controls, () => world.status),
      pageFolder,
      rateLimits: 'off',
    });
  const slack = await start(0);
  const world: WorkspaceSlack = {
    url: slack.url,
    slack,
    traffic,
    clicks,
    controls,
    status: QUIET,
    call: (method, body) => callApi(`${slack.apiUrl}${method}`, body),
    stopSlack: () => world.slack.close(),
    startSlackAgain: async () => {
      world.slack = await start(slack.port);
    },
    close: async () => {
      await world.slack.close();
      app.close();
      app.closeAllConnections();
    },
  };
  return world;
}

/** Answers a command with what it heard, and remembers clicks. */
function tinyApp(clicks: Click[]): Server {
  return createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const payload = form.get('payload');
    if (payload === null) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ text: `Heard ${form.get('command')} with *${form.get('text')}*.` }));
      return;
    }
    const { actions } = JSON.parse(payload) as { actions: { action_id: string; value?: string }[] };
    clicks.push(...actions.map(({ action_id: actionId, value }) => ({ actionId, value })));
    response.end();
  });
}

function recordingControls(asked: unknown[], status: () => Status): SandboxControls {
  return {
    advance: async (seconds) => void asked.push({ advance: seconds }),
    bringGuest: async (roomId) => void asked.push({ guest: roomId }),
    setFaults: (faults) => void asked.push({ faults }),
    killApp: async () => void asked.push('kill'),
    status,
  };
}

async function callApi(url: string, body: object): Promise<{ readonly ts: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${BOT_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { ok: boolean; ts: string };
  if (!answer.ok) throw new Error(`${url}: ${JSON.stringify(answer)}`);
  return answer;
}

function listen(server: Server): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  return promise;
}
