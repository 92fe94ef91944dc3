import { Agent, type Dispatcher, request } from 'undici';
import type { Clock } from '../clock.ts';
import { type AppError, NotFoundError } from '../errors.ts';
import type { VonageApi } from './api.ts';
import type { ApiCall } from './call.ts';
import { type NetworkTrouble, networkFailure, statusFailure } from './failure.ts';
import { type FailedTry, readRetryAfter } from './retry.ts';

export interface ConnectionOptions {
  /** Base address, e.g. `https://api-eu.vonage.com/v1/meetings`. */
  readonly apiUrl: string;
  /** UUID. */
  readonly applicationId: string;
  readonly clock: Clock;
  /** Longest wait for a connection, for the first byte of the answer, and between two of its bytes. */
  readonly timeoutsMs?: { readonly connect: number; readonly headers: number; readonly body: number };
  /** In place of a connection pool of our own. Whoever passes it closes it. */
  readonly dispatcher?: Dispatcher;
}

/** How one try went. `body`: parsed JSON, undefined when the answer was none (HTML, empty). */
export type Outcome =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | ({ readonly ok: false; readonly error: AppError } & FailedTry);

export interface Connection {
  /** Sends the call once. Throws NotFoundError, without sending, for an id that no address can hold. */
  exchange(call: ApiCall, token: string): Promise<Outcome>;
  /** Ends the connections, also those of running calls: whoever stops has waited long enough. */
  close(): Promise<void>;
}

const DEFAULT_TIMEOUTS_MS = { connect: 3_000, headers: 10_000, body: 10_000 };
/** A full page of rooms has about 200,000 bytes. */
const MAX_ANSWER_BYTES = 5_000_000;

/** The network side: one try of a call, bounded in time and size. Redirects are not followed. */
export function openConnection(api: VonageApi, options: ConnectionOptions): Connection {
  const timeoutsMs = options.timeoutsMs ?? DEFAULT_TIMEOUTS_MS;
  const agent = new Agent({
    connect: { timeout: timeoutsMs.connect },
    headersTimeout: timeoutsMs.headers,
    bodyTimeout: timeoutsMs.body,
    maxResponseSize: MAX_ANSWER_BYTES,
    allowH2: false,
  });
  const dispatcher = options.dispatcher ?? agent;
  // Errors from before a connection stood: what such a request asked for has certainly not been done.
  const unconnected = new WeakSet<Error>();
  dispatcher.on('connectionError', (_origin, _targets, error) => unconnected.add(error));
  const { clock } = options;
  // An answer that trickles would never take too long between two of its bytes.
  const totalMs = timeoutsMs.connect + timeoutsMs.headers + timeoutsMs.body;

  return {
    async exchange(call, token) {
      const address = addressOf(options, call);
      const sending = { ...messageOf(call, token), dispatcher, signal: AbortSignal.timeout(totalMs) };
      const answer = await ask(address, sending).catch((cause: Error) => cause);
      return answer instanceof Error
        ? unanswered(api, call, { cause: answer, connected: !unconnected.has(answer) })
        : judge(api, call, { ...answer, retryAfterSeconds: readRetryAfter(answer.retryAfter, clock.now()) });
    },
    close: () => agent.destroy(),
  };
}

interface RawAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

async function ask(address: string, sending: Parameters<typeof request>[1]): Promise<RawAnswer> {
  const { statusCode, headers, body } = await request(address, sending);
  return { status: statusCode, retryAfter: headers['retry-after']?.toString(), text: await body.text() };
}

function unanswered(api: VonageApi, call: ApiCall, trouble: NetworkTrouble): Outcome {
  const timedOut = /^(HeadersTimeoutError|BodyTimeoutError|TimeoutError)$/.test(trouble.cause.name);
  const error = networkFailure(api, call, trouble);
  return { ok: false, error, status: 0, timedOut, retryAfterSeconds: null };
}

function judge(
  api: VonageApi,
  call: ApiCall,
  { status, text, retryAfterSeconds }: RawAnswer & { readonly retryAfterSeconds: number | null },
): Outcome {
  const body = readJson(text);
  if (status >= 200 && status < 300) return { ok: true, status, body };
  const error = statusFailure(api, call, { status, body, retryAfterSeconds });
  return { ok: false, error, status, timedOut: false, retryAfterSeconds };
}

function messageOf(call: ApiCall, token: string) {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  const { method, body, form } = call;
  const message = (type: string, text: string) => ({
    method,
    headers: { ...headers, 'content-type': type },
    body: text,
  });
  if (form !== undefined)
    return message('application/x-www-form-urlencoded', String(new URLSearchParams(form)));
  return body === undefined ? { method, headers } : message('application/json', JSON.stringify(body));
}

function addressOf({ apiUrl, applicationId }: ConnectionOptions, call: ApiCall): string {
  const path = call.route
    .replace(':application', () => pathSegment(applicationId))
    .replace(':id', () => pathSegment(call.id ?? ''));
  const query = call.query === undefined ? '' : `?${new URLSearchParams(call.query)}`;
  return apiUrl.replace(/\/+$/, '') + path + query;
}

/** Dots alone, however encoded, would climb to another path. */
function pathSegment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new NotFoundError('meetings_not_found', 'No id of anything there');
  return encodeURIComponent(id.toWellFormed());
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
