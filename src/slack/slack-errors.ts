import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import {
  ChannelGoneError,
  ThreadGoneError,
  UpstreamRateLimitedError,
  UpstreamRejectedError,
  UpstreamUnavailableError,
} from '../errors.ts';

/** Slack's codes for "there is no place for this message any more". Source: chat.postMessage and chat.update, errors. */
const CHANNEL_GONE: ReadonlySet<string> = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'user_not_in_channel',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
]);
/** … and for "there is nothing to reply to". */
const THREAD_GONE: ReadonlySet<string> = new Set(['thread_not_found', 'cannot_reply_to_message']);
/** Slack's own trouble, told as `ok: false`. */
const TRANSIENT: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The one table from Slack's errors to ours. What is no error of Slack's is rethrown as it is. */
export function fromSlack(error: unknown): Error {
  if (error instanceof WebAPIRateLimitedError) {
    return new UpstreamRateLimitedError('slack', 'Slack asks for a pause', {
      retryAfterSeconds: error.retryAfter,
      status: 429,
      cause: error,
    });
  }
  if (error instanceof WebAPIPlatformError) return fromAnswer(error);
  if (error instanceof WebAPIHTTPError) {
    const { statusCode: status } = error;
    return new UpstreamUnavailableError('slack', 'slack_error', `Slack answered ${status}`, {
      reached: 'unknown',
      status,
      cause: error,
    });
  }
  if (error instanceof WebAPIRequestError) {
    const reached = NEVER_SENT.has(networkCode(error)) ? 'no' : 'unknown';
    return new UpstreamUnavailableError('slack', 'slack_unreachable', 'Slack did not answer', {
      reached,
      cause: error,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}

function fromAnswer(error: WebAPIPlatformError): Error {
  const code = error.data.error;
  const options = { details: { slack: code }, cause: error };
  if (CHANNEL_GONE.has(code)) return new ChannelGoneError(code, `Slack says ${code}`, options);
  if (THREAD_GONE.has(code)) return new ThreadGoneError(code, `Slack says ${code}`, options);
  if (TRANSIENT.has(code)) {
    return new UpstreamUnavailableError('slack', 'slack_error', `Slack says ${code}`, {
      reached: 'unknown',
      ...options,
    });
  }
  return new UpstreamRejectedError('slack', `slack_${code}`, `Slack says ${code}`, options);
}

function networkCode(error: WebAPIRequestError): string {
  let cause: unknown = error.original;
  while (cause instanceof Error) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
    cause = cause.cause;
  }
  return '';
}

/** Runs one call to Slack; its errors come out as ours. */
export async function callSlack<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw fromSlack(error);
  }
}
