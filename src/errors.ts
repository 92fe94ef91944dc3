/** Everything an {@link AppError} may carry into a log line: ids and numbers, never tokens, URLs or message text. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

export interface AppErrorOptions {
  readonly details?: ErrorDetails;
  readonly cause?: unknown;
}

/** An error this code expects. `code` is stable: operators search the manual for it. */
export abstract class AppError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly details: ErrorDetails;

  constructor(code: string, message: string, retryable: boolean, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = retryable;
    this.details = options.details ?? {};
  }
}

/** The thing asked for does not exist, or not for this person (they are told the same). */
export class NotFoundError extends AppError {
  constructor(code: string, message: string, options?: AppErrorOptions) {
    super(code, message, false, options);
  }
}

/** A callback whose signature or token cannot be trusted. HTTP 401. */
export class AuthenticityError extends AppError {
  constructor(code: string, message: string, options?: AppErrorOptions) {
    super(code, message, false, options);
  }
}

/** Bytes that are not what the wire format says. HTTP 400; the body is not logged. */
export class MalformedError extends AppError {
  constructor(code: string, message: string, options?: AppErrorOptions) {
    super(code, message, false, options);
  }
}

export type Service = 'slack' | 'meetings';

export interface UpstreamErrorOptions extends AppErrorOptions {
  /** HTTP status of the answer, when there was one. */
  readonly status?: number;
}

/** A service we call did not do what we asked. */
export abstract class UpstreamError extends AppError {
  readonly service: Service;
  readonly status: number | undefined;

  constructor(
    service: Service,
    code: string,
    message: string,
    retryable: boolean,
    options: UpstreamErrorOptions = {},
  ) {
    super(code, message, retryable, options);
    this.service = service;
    this.status = options.status;
  }
}

/**
 * No usable answer: network trouble, a timeout or a 5xx. Retryable.
 * `reached` tells what is known about the request: `no` — it certainly never arrived; `unknown` — it may have been
 * carried out although no answer came; `yes` — the service answered with an error status.
 */
export class UpstreamUnavailableError extends UpstreamError {
  readonly reached: 'no' | 'unknown' | 'yes';

  constructor(
    service: Service,
    code: string,
    message: string,
    options: UpstreamErrorOptions & { readonly reached: 'no' | 'unknown' | 'yes' },
  ) {
    super(service, code, message, true, options);
    this.reached = options.reached;
  }
}

/** The service asks for a pause (429). Retryable after `retryAfterSeconds`. */
export class UpstreamRateLimitedError extends UpstreamError {
  readonly retryAfterSeconds: number;

  constructor(
    service: Service,
    message: string,
    options: UpstreamErrorOptions & { readonly retryAfterSeconds: number },
  ) {
    super(service, `${service}_rate_limited`, message, true, options);
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/**
 * It is not this call's turn, or the service asked for a pause: nothing was sent, or nothing came of it. Come back at
 * `until`, epoch milliseconds; that is no failure and costs no try.
 */
export class PausedError extends UpstreamError {
  readonly until: number;

  constructor(service: Service, until: number, options?: UpstreamErrorOptions) {
    super(service, `${service}_paused`, `Not before ${new Date(until).toISOString()}`, true, options);
    this.until = until;
  }
}

/** The service understood and said no (other 4xx, or Slack's `ok: false`). Permanent. */
export class UpstreamRejectedError extends UpstreamError {
  constructor(service: Service, code: string, message: string, options?: UpstreamErrorOptions) {
    super(service, code, message, false, options);
  }
}

/** Why a channel is closed to us. `unseen`: it is private and we are not in it, or it is gone; Slack says no more. */
export type ChannelTrouble = 'archived' | 'restricted' | 'unseen';

/** We may not, or cannot, post or look there (`channel_not_found`, `is_archived` …). Permanent for that message. */
export class ChannelGoneError extends AppError {
  readonly trouble: ChannelTrouble;

  constructor(trouble: ChannelTrouble, code: string, message: string, options?: AppErrorOptions) {
    super(code, message, false, options);
    this.trouble = trouble;
  }
}

/** A message of ours is no longer there, or can't be changed any more. Permanent. */
export class MessageGoneError extends AppError {
  constructor(code: string, message: string, options?: AppErrorOptions) {
    super(code, message, false, options);
  }
}

/** Somebody's account is switched off, or nothing of ours reaches them any more. Permanent. */
export class PersonGoneError extends AppError {
  constructor(code: string, message: string, options?: AppErrorOptions) {
    super(code, message, false, options);
  }
}

/** The message that was to be replied to is no longer there. Permanent for that reply; the channel may still take it. */
export class ThreadGoneError extends AppError {
  constructor(code: string, message: string, options?: AppErrorOptions) {
    super(code, message, false, options);
  }
}

/** Settings that do not allow a start. Lists every problem, each with its fix; the program exits with 78. */
export class ConfigError extends AppError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super('bad_config', `Roomtone can't start:\n${problems.map((p) => `  - ${p}`).join('\n')}`, false);
    this.problems = problems;
  }
}

/** A command line that makes no sense. The program shows how it is used and exits with 64. */
export class UsageError extends AppError {
  constructor(message: string) {
    super('bad_usage', message, false);
  }
}

/** A programming error: none of the cases above. Shown to people only as a reference id. */
export class BugError extends AppError {
  constructor(cause: unknown) {
    super('internal', cause instanceof Error ? cause.message : String(cause), true, { cause });
  }
}

/** Any thrown value as an {@link AppError}; what we did not expect becomes a {@link BugError}. */
export function asAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new BugError(thrown);
}
