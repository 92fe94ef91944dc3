import { setTimeout as pause } from 'node:timers/promises';
import type { VonageApi } from './api.ts';
import type { ApiCall } from './call.ts';
import { type ConnectionOptions, openConnection } from './connection.ts';
import { retryDelayMs } from './retry.ts';
import { applicationToken } from './token.ts';

/** One try of a call, for logs and metrics: a route pattern, never an address or an id. */
export interface CallReport {
  readonly method: ApiCall['method'];
  readonly route: string;
  /** HTTP status; 0: no answer. */
  readonly status: number;
  readonly durationMs: number;
  /** 1 for the first try. */
  readonly attempt: number;
}

export interface VonageHttpOptions extends ConnectionOptions {
  /** PEM. */
  readonly privateKey: string;
  readonly onCall?: (report: CallReport) => void;
  /** Waits before a call is tried again; tests need not. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface VonageHttp {
  /**
   * Parsed body of the 2xx answer; undefined when it is not JSON. Throws UpstreamUnavailableError,
   * UpstreamRateLimitedError, UpstreamRejectedError, or NotFoundError when there is nothing with that id.
   */
  send(call: ApiCall): Promise<unknown>;
  /** Ends the connections, also those of running calls: whoever stops has waited long enough. */
  close(): Promise<void>;
}

/** Sends calls with the application's token and tries safe ones again. */
export function vonageHttp(api: VonageApi, options: VonageHttpOptions): VonageHttp {
  const { onCall = () => {}, wait = pause } = options;
  const token = applicationToken(options);
  const connection = openConnection(api, options);

  async function tryOnce(call: ApiCall, attempt: number) {
    const bearer = await token();
    const began = performance.now();
    const outcome = await connection.exchange(call, bearer);
    const durationMs = performance.now() - began;
    onCall({ method: call.method, route: call.route, status: outcome.status, durationMs, attempt });
    return outcome;
  }

  return {
    async send(call) {
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await tryOnce(call, attempt);
        if (outcome.ok) return outcome.body;
        const delayMs = retryDelayMs(call, outcome, attempt);
        if (delayMs === undefined) throw outcome.error;
        await wait(delayMs);
      }
    },
    close: () => connection.close(),
  };
}
