import { randomBytes } from 'node:crypto';
import type { AppAnswer, AppConnection } from './app-connection.ts';
import { APP, TEAM } from './world.ts';

/** An event as the Events API describes it, without its envelope. */
export interface SlackEvent {
  readonly type: string;
  readonly [member: string]: unknown;
}

interface Waiting {
  readonly event: SlackEvent;
  readonly body: Readonly<Record<string, unknown>>;
  /** How often it was sent. */
  readonly sent: number;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
}

/** How long after a delivery that failed the next one comes: at once, a minute, five minutes. Then Slack gives up. */
const AGAIN_AFTER_MS = [0, 60_000, 300_000];
const LOOK_EVERY_MS = 1000;

/** Sends events to the app, those it is subscribed to, and sends again what it did not acknowledge. */
export class EventDelivery {
  readonly #app: AppConnection;
  readonly #subscribed: readonly string[];
  readonly #now: () => number;
  readonly #looking: NodeJS.Timeout;
  #waiting: readonly Waiting[] = [];

  /** @param now epoch milliseconds */
  constructor(app: AppConnection, subscribed: readonly string[], now: () => number) {
    this.#app = app;
    this.#subscribed = subscribed;
    this.#now = now;
    this.#looking = setInterval(() => void this.retry(), LOOK_EVERY_MS).unref();
  }

  /** Resolves when the app has acknowledged it or was tried twice. Events it is not subscribed to go nowhere. */
  async emit(event: SlackEvent): Promise<AppAnswer | undefined> {
    if (!this.#subscribed.includes(event.type)) return undefined;
    const first = await this.#send({
      event,
      body: envelope(event, this.#now()),
      sent: 0,
      reason: '',
      dueAt: 0,
    });
    await this.retry();
    return first;
  }

  /** Sends again what is due by now. */
  async retry(): Promise<void> {
    const due = this.#waiting.filter(({ dueAt }) => dueAt <= this.#now());
    this.#waiting = this.#waiting.filter((each) => !due.includes(each));
    await Promise.all(due.map((each) => this.#send(each)));
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  async #send({ event, body, sent, reason }: Waiting): Promise<AppAnswer> {
    const answer = await this.#app.send({
      title: `Event ${event.type}`,
      content: { json: body },
      shown: body,
      ...(sent > 0 && {
        headers: { 'x-slack-retry-num': String(sent), 'x-slack-retry-reason': reason },
      }),
    });
    const after = AGAIN_AFTER_MS[sent];
    if (answer.failure && !answer.noRetry && after !== undefined) {
      const next = { event, body, sent: sent + 1, reason: reasonOf(answer), dueAt: this.#now() + after };
      this.#waiting = [...this.#waiting, next];
    }
    return answer;
  }
}

function reasonOf({ status, failure }: AppAnswer): string {
  if (status > 0) return 'http_error';
  return failure === 'operation_timeout' ? 'http_timeout' : 'connection_failed';
}

function envelope(event: SlackEvent, now: number): Record<string, unknown> {
  const id = randomBytes(5).toString('hex').toUpperCase();
  return {
    token: 'sandbox-verification-token',
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    context_enterprise_id: null,
    api_app_id: APP.appId,
    event,
    type: 'event_callback',
    event_id: `Ev0${id}`,
    event_time: Math.floor(now / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM.id,
        user_id: APP.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  };
}
