import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SandboxControls } from '../../src/sandbox/protocol.ts';
import { type RunningSlack, startSlack } from '../../src/sandbox/slack/server.ts';
import { createTraffic, type Traffic } from '../../src/sandbox/traffic.ts';
import { fullManifest, roomDialog } from '../support/dialog-samples.ts';

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
  /** Everything else it was told of, oldest first. */
  readonly told: readonly Told[];
  /** How it answers submissions; undefined: not at all, which closes the dialog. */
  answer: unknown;
  /** What the page asked of the sandbox's knobs, oldest first. */
  readonly controls: readonly unknown[];
  /** What the knobs show. */
  status: Status;
  /** Calls Slack's Web API as the app. Throws unless Slack answers `ok`. */
  call(method: string, body: object): Promise<ApiAnswer>;
  stopSlack(): Promise<void>;
  /** On the port it had. */
  startSlackAgain(): Promise<void>;
  close(): Promise<void>;
}

/** A shortcut, submission, closing or event, as the app was told of it. */
export interface Told {
  readonly type: string;
  readonly callback_id?: string;
  readonly message?: { readonly text: string };
  readonly view?: { readonly state: { readonly values: Readonly<Record<string, unknown>> } };
}

export interface ApiAnswer {
  readonly ts: string;
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
  const told: Told[] = [];
  const controls: unknown[] = [];
  const app = tinyApp((payload) => hear(payload));
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
      manifest: fullManifest,
    });
  const slack = await start(0);
  const hear = (payload: Payload): unknown => {
    if (payload.trigger_id && OPENING.includes(payload.type)) void openDialog(payload.trigger_id);
    if (payload.actions === undefined) told.push(payload);
    else clicks.push(...payload.actions.map(({ action_id: actionId, value }) => ({ actionId, value })));
    return payload.type === 'view_submission' ? world.answer : undefined;
  };
  const openDialog = (triggerId: string): Promise<ApiAnswer> =>
    world.call('views.open', { trigger_id: triggerId, view: roomDialog({ notify_on_close: true }) });
  const world: WorkspaceSlack = {
    url: slack.url,
    slack,
    traffic,
    clicks,
    told,
    answer: undefined,
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

/** Shortcuts: the app opens its dialog. */
const OPENING: readonly string[] = ['shortcut', 'message_action'];

interface Payload extends Told {
  readonly trigger_id?: string;
  readonly actions?: readonly { readonly action_id: string; readonly value?: string }[];
}

/** Answers a command with what it heard, anything else as `hear` says. */
function tinyApp(hear: (payload: Payload) => unknown): Server {
  return createServer(async (request, response) => {
    const body = await text(request);
    if (request.headers['content-type'] === 'application/json') {
      hear((JSON.parse(body) as { event: Payload }).event);
      response.end();
      return;
    }
    const form = new URLSearchParams(body);
    const payload = form.get('payload');
    response.setHeader('content-type', 'application/json');
    if (payload === null) {
      response.end(JSON.stringify({ text: `Heard ${form.get('command')} with *${form.get('text')}*.` }));
      return;
    }
    response.end(JSON.stringify(hear(JSON.parse(payload))));
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

async function callApi(url: string, body: object): Promise<ApiAnswer> {
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
