import type { ServerResponse } from 'node:http';
import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { type SlackOptions, startSlack } from '../../src/sandbox/slack/server.ts';
import { createTraffic } from '../../src/sandbox/traffic.ts';
import { slackSignature } from './slack-signature.ts';
import { type SeenRequest, stubHttpServer } from './stub-http-server.ts';

const SIGNING_SECRET = 'sandbox-signing-secret';
const BOT_TOKEN = 'xoxb-sandbox-token';

/** Refusals are what the tests look at; nobody reads the log. */
const SILENT: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** How the fake app answers Slack. */
export type AppReply = (response: ServerResponse) => void;

/**
 * A local Slack on a free port with a fake app behind it, both closed when the test ends.
 * Rate limits are off unless asked for. Time stands still for what expires until `advance` is called.
 */
export async function slackWorld(options: Partial<SlackOptions> = {}) {
  const app = { reply: ((response) => response.end()) as AppReply };
  const server = await stubHttpServer((response) => app.reply(response));
  onTestFinished(server.close);
  const traffic = createTraffic();
  const controls = recordedControls();
  let now = Date.now();
  const slack = await startSlack({
    host: '127.0.0.1',
    port: 0,
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    appUrl: () => server.origin,
    traffic,
    controls,
    pageFolder: null,
    rateLimits: 'off',
    now: () => now,
    ...options,
  });
  onTestFinished(slack.close);
  return {
    ...slack,
    traffic,
    controls,
    /** A client that tries once and tells of 429 instead of waiting. */
    client: new WebClient(options.botToken ?? BOT_TOKEN, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: SILENT,
    }),
    /** What Slack sent to the app, in order. */
    requests: server.requests,
    replyWith: (reply: AppReply) => {
      app.reply = reply;
    },
    stopApp: server.close,
    advance: (ms: number) => {
      now += ms;
    },
    /** One request to `/_sandbox/…`, or any other path. */
    ask: (method: string, path: string, body?: unknown) => ask(slack.url + path, method, body),
  };
}

/** The form fields of a request that Slack sent. */
export function fieldsOf(request: SeenRequest | undefined): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(request?.body));
}

/** The payload of an interaction that Slack sent. */
export function payloadOf(request: SeenRequest | undefined) {
  return JSON.parse(fieldsOf(request)['payload'] ?? '{}');
}

/** What the signature of a request must be. */
export function signatureFor({ headers, body }: SeenRequest): string {
  const timestamp = String(headers['x-slack-request-timestamp']);
  return slackSignature(body, { timestamp, secret: SIGNING_SECRET });
}

/** Posts JSON. */
export async function ask(url: string, method: string, body?: unknown) {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** A message with one button. */
export function buttonBlocks(text: string, value: string) {
  return [
    { type: 'section', text: { type: 'mrkdwn', text: 'Recording ready' } },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'recording.get-link', text: { type: 'plain_text', text }, value },
      ],
    },
  ];
}

/** Controls that remember what was pulled. */
function recordedControls() {
  const pulled: unknown[] = [];
  return {
    pulled,
    advance: async (seconds: number) => void pulled.push({ advance: seconds }),
    bringGuest: async (roomId: string) => void pulled.push({ guest: roomId }),
    setFaults: (faults: { duplicate: number; shuffle: boolean }) => void pulled.push({ faults }),
    killApp: async () => void pulled.push('kill'),
    status: () => ({
      app: 'running' as const,
      faults: { duplicate: 1, shuffle: false },
      aheadSeconds: 0,
      liveRooms: [],
    }),
  };
}
