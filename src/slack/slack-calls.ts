import type { WebClient } from '@slack/web-api';
import type { Clock } from '../clock.ts';
import { PausedError, UpstreamRateLimitedError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Storage, Tables } from '../usecases/ports/storage.ts';
import { callSlack } from './slack-errors.ts';
import { type Rank, takeTurns } from './take-turns.ts';
import { type PacedCall, turnsOf } from './turns-of.ts';
import type { WebApi } from './web-api.ts';

export interface SlackCall extends PacedCall {
  readonly rank: Rank;
  /** Sets it apart from other calls of its method; tried again, it is the same. */
  readonly about: string;
}

/** What is stored along with a call: in the transaction that takes its turn, and once it is answered. */
export interface CallRecord<T> {
  begin(tables: Tables): Promise<void>;
  answered(tables: Tables, answer: T): Promise<void>;
}

/** Slack's Web API at the pace that Slack allows to all our processes together. */
export interface SlackCalls {
  /**
   * Sends a call when it is its turn. Otherwise nothing is sent and nobody waits in memory: throws PausedError, as it
   * does when Slack answers with a pause. Throws besides what {@link callSlack} throws.
   */
  call<T>(call: SlackCall, send: (client: WebClient) => Promise<T>, record?: CallRecord<T>): Promise<T>;
}

export interface SlackCallsOptions {
  readonly api: Pick<WebApi, 'client'>;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
}

/** Calls of one workspace that a process has under way at a time: a slow workspace leaves room for the others. */
const MOST_UNDER_WAY: Readonly<Record<Rank, number>> = { people: 16, channels: 8 };
/** While there are that many, others look again after this. */
const CROWDED_MS = 1_000;

export function slackCalls({ api, storage, clock, log }: SlackCallsOptions): SlackCalls {
  const underWay = new Map<string, number>();

  /** Stores that the call goes out now. Throws PausedError when it may not. */
  async function begin(call: SlackCall, record: CallRecord<never> | undefined): Promise<void> {
    const now = clock.now();
    const isCrowded = (underWay.get(crowdOf(call)) ?? 0) >= MOST_UNDER_WAY[call.rank];
    const notBefore = isCrowded ? now + CROWDED_MS : 0;
    const until = await storage.transaction(async (tables) => {
      const wait = await takeTurns(tables.pauses, { ...call, turns: turnsOf(call, notBefore) }, now);
      if (wait === 0) await record?.begin(tables);
      return wait;
    });
    if (until > 0) throw new PausedError('slack', until);
  }

  async function sendCounted<T>(call: SlackCall, send: (client: WebClient) => Promise<T>): Promise<T> {
    const crowd = crowdOf(call);
    underWay.set(crowd, (underWay.get(crowd) ?? 0) + 1);
    try {
      return await callSlack(() => send(api.client(call.teamId)));
    } catch (error) {
      throw error instanceof UpstreamRateLimitedError ? await hold(call, error) : error;
    } finally {
      underWay.set(crowd, (underWay.get(crowd) ?? 1) - 1);
    }
  }

  /** Slack asks for a pause: it is nobody's turn before that is over. */
  async function hold(call: SlackCall, asked: UpstreamRateLimitedError): Promise<PausedError> {
    const { retryAfterSeconds } = asked;
    const now = clock.now();
    const over = now + Math.max(retryAfterSeconds, 1) * 1_000;
    const turns = turnsOf(call);
    const [{ key, aheadMs }] = turns;
    log.warn({ pause: key, retryAfterSeconds }, 'Slack asks for a pause');
    const until = await storage.transaction(async ({ pauses }) => {
      // Without a burst as soon as it is over.
      await pauses.hold(key, over + aheadMs);
      return takeTurns(pauses, { ...call, turns }, now);
    });
    return new PausedError('slack', until, { status: 429, cause: asked });
  }

  async function store<T>(call: SlackCall, record: CallRecord<T> | undefined, answer: T): Promise<void> {
    const turns = turnsOf(call).filter(({ fromAnswer }) => fromAnswer);
    if (turns.length === 0 && record === undefined) return;
    await storage.transaction(async (tables) => {
      for (const { key, intervalMs } of turns) await tables.pauses.hold(key, clock.now() + intervalMs);
      await record?.answered(tables, answer);
    });
  }

  return {
    async call(call, send, record) {
      await begin(call, record);
      const answer = await sendCounted(call, send);
      await store(call, record, answer);
      return answer;
    },
  };
}

const crowdOf = ({ teamId, rank }: SlackCall) => `${teamId} ${rank}`;
