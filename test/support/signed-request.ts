import { randomUUID } from 'node:crypto';
import type { Roomtone } from './roomtone.ts';
import { slackSignature } from './slack-signature.ts';

export interface SignedRequest {
  readonly fields: Readonly<Record<string, string>>;
  /** Seconds since 1970. Default: now. */
  readonly timestamp?: number;
  /** Default: the app's signing secret. */
  readonly secret?: string;
  /** These take the place of the right ones; undefined leaves a header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

type Sender = Pick<Roomtone, 'url' | 'signingSecret'>;

/** Sends the app a request like Slack's; gives its answer. */
export async function sendSigned(app: Sender, request: SignedRequest): Promise<Response> {
  const { fields, timestamp = Math.floor(Date.now() / 1000), secret = app.signingSecret } = request;
  const body = new URLSearchParams(fields).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': slackSignature(body, { timestamp, secret }),
    ...request.headers,
  };
  const given = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return fetch(`${app.url}/slack/events`, { method: 'POST', headers: given, body });
}

/** The form of `/meet <text>` as Ada types it in #general; without an address to answer at. */
export function meetFields(text: string): Record<string, string> {
  return {
    command: '/meet',
    text,
    team_id: 'T0SANDBOX',
    channel_id: 'C0GENERAL',
    channel_name: 'general',
    user_id: 'U0ADA',
    user_name: 'ada',
    response_url: 'http://127.0.0.1:9/commands/T0SANDBOX/1/dead',
    trigger_id: `typed.${randomUUID()}`,
  };
}

export interface StalePress {
  readonly user: string;
  readonly channel: string;
  readonly action: string;
  readonly value?: string;
  /** Whom somebody chose in a menu of people, in a block of that value. Default: it is a button. */
  readonly selected?: string;
  /** Default: the sandbox's own. */
  readonly team?: string;
  /** The same one: the same press, told again. */
  readonly triggerId?: string;
}

/** A press on a button that the sandbox no longer shows: what a screen that is behind sends. Ids, not names. */
export async function pressStale(app: Roomtone, stale: StalePress): Promise<Response> {
  const response = await press(app, stale);
  await app.settle();
  return response;
}

/** The same, not settled. */
export function press(app: Sender, pressed: StalePress): Promise<Response> {
  const { user, channel, action, value, selected, team = 'T0SANDBOX' } = pressed;
  const element =
    selected === undefined
      ? { type: 'button', block_id: 'b', ...(value && { value }) }
      : { type: 'users_select', block_id: value, selected_user: selected };
  const payload = {
    type: 'block_actions',
    team: { id: team, domain: 'sandbox' },
    user: { id: user, team_id: team },
    channel: { id: channel, name: 'general' },
    container: { type: 'message', message_ts: '1700000000.000100', channel_id: channel, is_ephemeral: false },
    trigger_id: pressed.triggerId ?? `stale.${randomUUID()}`,
    actions: [{ action_id: action, action_ts: '1', ...element }],
  };
  return sendSigned(app, { fields: { payload: JSON.stringify(payload) } });
}
