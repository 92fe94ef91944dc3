import { createHmac } from 'node:crypto';
import { mask } from '../mask.ts';
import type { Traffic } from '../traffic.ts';

/** A request of Slack's to the app. */
export interface AppRequest {
  /** For "Behind the scenes": "Slash command /meet". */
  readonly title: string;
  /** The form's fields, or a JSON body. */
  readonly content: { readonly fields: Readonly<Record<string, string>> } | { readonly json: unknown };
  readonly headers?: Readonly<Record<string, string>>;
  /** For "Behind the scenes": the request, readable. */
  readonly shown: unknown;
}

/** What came of it. */
export interface AppAnswer {
  /** HTTP status; 0: none came. */
  readonly status: number;
  /** What people are told: Slack's word for it. Undefined: all is well. */
  readonly failure?: 'operation_timeout' | 'dispatch_failed';
  /** Empty without an answer. */
  readonly body: string;
  /** The app wants no second delivery. */
  readonly noRetry?: boolean;
}

interface Settings {
  readonly signingSecret: string;
  /** Origin of the app; asked each time, for it may move. */
  readonly appUrl: () => string;
  readonly timeoutMs: number;
  readonly traffic: Traffic;
}

const PATH = '/slack/events';

/** Sends Slack's signed requests to the app. */
export class AppConnection {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Never rejects: an app that is down or slow is an answer too. */
  async send(request: AppRequest): Promise<AppAnswer> {
    const { title, shown } = request;
    const startedAt = Date.now();
    const answer = await this.#post(request);
    this.#settings.traffic.add({
      kind: 'slack-request',
      title,
      method: 'POST',
      path: PATH,
      status: answer.status,
      durationMs: Date.now() - startedAt,
      body: mask(shown),
      ...(answer.failure && { note: answer.failure }),
    });
    return answer;
  }

  async #post({ content, headers }: AppRequest): Promise<AppAnswer> {
    const isForm = 'fields' in content;
    const body = isForm ? new URLSearchParams(content.fields).toString() : JSON.stringify(content.json);
    const { signingSecret, appUrl, timeoutMs } = this.#settings;
    const timestamp = String(Math.floor(Date.now() / 1000));
    try {
      const response = await fetch(`${appUrl()}${PATH}`, {
        method: 'POST',
        // Exactly this: Bolt refuses it with a charset.
        headers: {
          'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
          ...headers,
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': sign(signingSecret, `v0:${timestamp}:${body}`),
        },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      const answer = { status: response.status, body: await response.text(), noRetry };
      return response.ok ? answer : { ...answer, failure: 'dispatch_failed' };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { status: 0, failure: timedOut ? 'operation_timeout' : 'dispatch_failed', body: '' };
    }
  }
}

function sign(secret: string, signed: string): string {
  return `v0=${createHmac('sha256', secret).update(signed).digest('hex')}`;
}
