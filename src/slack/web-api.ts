import type { FetchFunction, WebClient } from '@slack/web-api';
import { Agent, fetch as undiciFetch } from 'undici';
import type { Log } from '../log.ts';
import { type OnSlackCall, ReportedClient } from './reported-client.ts';

/** Slack's Web API for any workspace, and plain posts to `response_url`s, over one pool of connections. */
export interface WebApi {
  client(teamId: string): WebClient;
  /** Posts JSON; resolves to the HTTP status. Rejects when no answer came in time. */
  postJson(url: string, body: unknown): Promise<number>;
  /** Ends the connections, also those of running calls: whoever stops has waited long enough. */
  close(): Promise<void>;
}

export interface WebApiOptions {
  readonly apiUrl: string;
  readonly tokenFor: (teamId: string) => string;
  readonly log: Log;
  /** How long Slack may take for one call. */
  readonly timeoutMs: number;
  readonly onCall?: OnSlackCall;
}

export function webApi({ apiUrl, tokenFor, log, timeoutMs, onCall = () => {} }: WebApiOptions): WebApi {
  const dispatcher = new Agent({ connections: 64, connect: { timeout: 3_000 } });
  // undici's own fetch: Node's global one refuses this package's dispatcher. The cast bridges two FormData types.
  const fetch: FetchFunction = async (url, init) =>
    undiciFetch(url, { ...(init as Parameters<typeof undiciFetch>[1]), dispatcher });
  const clients = new Map<string, WebClient>();

  return {
    client(teamId) {
      const token = tokenFor(teamId);
      let client = clients.get(token);
      if (client === undefined) {
        client = new ReportedClient(token, {
          onCall,
          slackApiUrl: apiUrl,
          fetch,
          timeout: timeoutMs,
          // The queue owns retries and pauses: it survives a restart, this process's memory does not.
          retryConfig: { retries: 0 },
          rejectRateLimitedCalls: true,
          logger: slackLogger(log),
        });
        clients.set(token, client);
      }
      return client;
    },
    async postJson(url, body) {
      const startedAt = performance.now();
      let outcome = 'slack_unreachable';
      try {
        const response = await undiciFetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(timeoutMs),
          dispatcher,
        });
        await response.body?.cancel();
        outcome = response.ok ? 'ok' : `http_${response.status}`;
        return response.status;
      } finally {
        onCall({ method: 'response_url', outcome, seconds: (performance.now() - startedAt) / 1_000 });
      }
    },
    close: () => dispatcher.destroy(),
  };
}

type SlackLogger = NonNullable<NonNullable<ConstructorParameters<typeof WebClient>[1]>['logger']>;

/** Slack's libraries log through ours; their debug lines hold whole bodies and are dropped. */
export function slackLogger(log: Log): SlackLogger {
  const say =
    (level: 'info' | 'warn' | 'error') =>
    (...words: unknown[]) =>
      log[level]({ from: 'slack' }, words.map(String).join(' '));
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: say('warn'),
    error: say('error'),
    setLevel: () => undefined,
    getLevel: () => 'warn' as ReturnType<SlackLogger['getLevel']>,
    setName: () => undefined,
  };
}
