import {
  type AppError,
  type AppErrorOptions,
  NotFoundError,
  UpstreamRateLimitedError,
  UpstreamRejectedError,
  UpstreamUnavailableError,
} from '../errors.ts';
import type { VonageApi } from './api.ts';
import type { ApiCall } from './call.ts';
import { errorBodySchema } from './error-body.ts';

/** An answer that is not 2xx. */
export interface BadAnswer {
  readonly status: number;
  /** Parsed JSON; undefined when it was none (HTML, empty). */
  readonly body: unknown;
  readonly retryAfterSeconds: number | null;
}

const MESSAGE_MAX = 300;
/** How long to stay away when a 429 does not tell. */
const DEFAULT_PAUSE_SECONDS = 10;

/** The error for an answer that is not 2xx. */
export function statusFailure(api: VonageApi, call: ApiCall, answer: BadAnswer): AppError {
  const { status } = answer;
  const details = { status, ...serverWords(answer.body) };
  const message = `${api.name} answered ${status} to ${call.method} ${call.route}`;

  if (status >= 500) {
    // A gateway that lost the service behind it cannot know whether the request was carried out.
    const reached = status === 502 || status === 504 ? 'unknown' : 'yes';
    return new UpstreamUnavailableError('meetings', 'meetings_error', message, { status, details, reached });
  }
  if (status === 429) {
    const retryAfterSeconds = answer.retryAfterSeconds ?? DEFAULT_PAUSE_SECONDS;
    return new UpstreamRateLimitedError('meetings', message, { status, details, retryAfterSeconds });
  }
  const refusal = api.readRefusal(call, status);
  return refusal === 'not-found'
    ? new NotFoundError('meetings_not_found', message, { details })
    : new UpstreamRejectedError('meetings', refusal.code, message, { status, details });
}

export interface NetworkTrouble {
  readonly cause: Error;
  /** False: not a byte of the request was sent. */
  readonly connected: boolean;
}

/** The error for a call that got no whole answer. */
export function networkFailure(
  api: VonageApi,
  call: ApiCall,
  { cause, connected }: NetworkTrouble,
): AppError {
  const what = `${call.method} ${call.route}`;
  const options = { cause, details: { reason: reasonOf(cause) } };
  return connected
    ? noAnswer(`${api.name} did not answer ${what}`, options)
    : new UpstreamUnavailableError(
        'meetings',
        'meetings_unreachable',
        `${api.name} not reached for ${what}`,
        {
          ...options,
          reached: 'no',
        },
      );
}

/** The error for a request that was sent, but of whose outcome nothing is known. */
export function noAnswer(message: string, options: AppErrorOptions = {}): AppError {
  return new UpstreamUnavailableError('meetings', 'meetings_no_answer', message, {
    ...options,
    reached: 'unknown',
  });
}

function reasonOf(cause: Error): string {
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}

/** The server's own name and message for the log, without anything that looks like an address or a token. */
function serverWords(body: unknown): { readonly name: string | null; readonly message: string | null } {
  const { name, message } = errorBodySchema.parse(body);
  const clean = (text: string | null) =>
    text
      ?.replace(/\S+:\/\/\S+/g, '[link]')
      .replace(/\beyJ[\w-]+\.[\w.-]+/g, '[token]')
      .slice(0, MESSAGE_MAX) ?? null;
  return { name: clean(name), message: clean(message) };
}
