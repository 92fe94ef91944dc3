import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import {
  type AppErrorOptions,
  ChannelGoneError,
  type ChannelTrouble,
  MessageGoneError,
  PersonGoneError,
  ThreadGoneError,
  UpstreamRateLimitedError,
  UpstreamRejectedError,
  UpstreamUnavailableError,
} from '../errors.ts';

/** What is shut to us for good when Slack refuses: a channel, and why; one message, a thread, a person. */
type Refused = ChannelTrouble | 'message' | 'thread' | 'person';

/**
 * Slack's lasting refusals that people can hear of, or that need nobody's attention; any other is a fault of ours or of the
 * installation. Source: the error tables of chat.postMessage, chat.update, chat.getPermalink, conversations.info, .members
 * and .open, users.info, views.open and .publish at docs.slack.dev, looked up November 2026.
 */
export const REFUSALS: Readonly<Record<string, Refused>> = {
  is_archived: 'archived',
  is_inactive: 'archived',
  channel_not_found: 'unseen',
  not_in_channel: 'unseen',
  user_not_in_channel: 'unseen',
  team_not_found: 'unseen',
  restricted_action: 'restricted',
  restricted_action_read_only_channel: 'restricted',
  restricted_action_thread_only_channel: 'restricted',
  ekm_access_denied: 'restricted',
  message_not_found: 'message',
  cant_update_message: 'message',
  edit_window_closed: 'message',
  thread_not_found: 'thread',
  cannot_reply_to_message: 'thread',
  restricted_action_non_threadable_channel: 'thread',
  user_disabled: 'person',
  user_not_found: 'person',
  users_not_found: 'person',
  user_not_visible: 'person',
  cannot_dm_bot: 'person',
  invalid_user_combination: 'person',
};
/** Slack's own trouble, told as `ok: false`; a workspace or channel on the move counts as that, too. Source: as above. */
const TRANSIENT: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'update_failed',
  'external_channel_migrating',
  'org_login_required',
  'team_added_to_org',
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
  const refused = REFUSALS[code];
  if (refused !== undefined) return refusal(refused, code, options);
  if (TRANSIENT.has(code)) {
    return new UpstreamUnavailableError('slack', 'slack_error', `Slack says ${code}`, {
      reached: 'unknown',
      ...options,
    });
  }
  return new UpstreamRejectedError('slack', `slack_${code}`, `Slack says ${code}`, options);
}

function refusal(refused: Refused, code: string, options: AppErrorOptions): Error {
  const said = `Slack says ${code}`;
  switch (refused) {
    case 'message':
      return new MessageGoneError(code, said, options);
    case 'thread':
      return new ThreadGoneError(code, said, options);
    case 'person':
      return new PersonGoneError(code, said, options);
    default:
      return new ChannelGoneError(refused, code, said, options);
  }
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
