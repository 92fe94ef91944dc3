import { type WebAPICallResult, WebClient, type WebClientOptions } from '@slack/web-api';
import { asAppError } from '../errors.ts';
import { fromSlack } from './slack-errors.ts';

/** One call to Slack, for metrics. */
export interface SlackCallReport {
  /** `chat.postMessage`, …; `response_url` for a private answer. */
  readonly method: string;
  /** `ok`, or the code of the error it ended with. */
  readonly outcome: string;
  readonly seconds: number;
}

export type OnSlackCall = (report: SlackCallReport) => void;

/** Slack's own client; each of its calls is reported. */
export class ReportedClient extends WebClient {
  readonly #onCall: OnSlackCall;

  constructor(token: string, { onCall, ...options }: WebClientOptions & { readonly onCall: OnSlackCall }) {
    super(token, options);
    this.#onCall = onCall;
  }

  /** Every method of the client comes down to this one. */
  override async apiCall(method: string, args?: Record<string, unknown>): Promise<WebAPICallResult> {
    const startedAt = performance.now();
    const report = (outcome: string) =>
      this.#onCall({ method, outcome, seconds: (performance.now() - startedAt) / 1_000 });
    try {
      const answer = await super.apiCall(method, args);
      report('ok');
      return answer;
    } catch (error) {
      report(asAppError(fromSlack(error)).code);
      throw error;
    }
  }
}
