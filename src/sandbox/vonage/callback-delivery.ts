import { setTimeout as sleep } from 'node:timers/promises';
import { mask } from '../mask.ts';
import type { Traffic } from '../traffic.ts';

const ANSWER_TIMEOUT_MS = 10_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5_000;
const GIVE_UP_AFTER_MS = 24 * 3_600_000;

/** One callback on its way to one address. */
export interface Delivery {
  readonly url: string;
  /** What it is called behind the scenes. */
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The bytes on the wire. */
  readonly text: string;
  /** "2nd of 10" and the like; empty for an ordinary delivery. */
  readonly note: string;
  headers(): Promise<Record<string, string>>;
}

/** Delivers until the receiver accepts, for at most a day; only while the process lives. */
export interface Deliverer {
  /** Resolves after the first attempt, whatever came of it. */
  deliver(delivery: Delivery): Promise<void>;
}

export function createDeliverer(deps: {
  readonly traffic: Traffic;
  readonly signal: AbortSignal;
  /** Which answers of the receiver end the attempts. */
  readonly isAccepted: (status: number) => boolean;
}): Deliverer {
  const { traffic, signal, isAccepted } = deps;

  /** Resolves to the status of the answer, 0 when none came. */
  const send = async (delivery: Delivery): Promise<number> => {
    try {
      const response = await fetch(delivery.url, {
        method: 'POST',
        body: delivery.text,
        headers: { 'content-type': 'application/json', ...(await delivery.headers()) },
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  };

  /** Attempts that end like the one before are not shown: a receiver that is down would fill the list. */
  const attempt = async (delivery: Delivery, count: number, lastStatus?: number): Promise<number> => {
    const startedAt = performance.now();
    const status = await send(delivery);
    if (status === lastStatus || signal.aborted) return status;
    const notes = [delivery.note, count > 1 ? `attempt ${count}` : ''].filter(Boolean);
    traffic.add({
      kind: 'callback',
      title: delivery.title,
      method: 'POST',
      path: String(mask(URL.parse(delivery.url)?.pathname ?? delivery.url)),
      status,
      durationMs: Math.round(performance.now() - startedAt),
      body: mask(delivery.body),
      ...(notes.length > 0 && { note: notes.join(', ') }),
    });
    return status;
  };

  const retry = async (delivery: Delivery, firstStatus: number): Promise<void> => {
    const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
    let status = firstStatus;
    for (let count = 2; !isAccepted(status) && Date.now() < giveUpAt; count++) {
      const pauseMs = Math.min(FIRST_RETRY_MS * 2 ** (count - 2), LONGEST_RETRY_MS);
      await sleep(pauseMs, undefined, { signal, ref: false });
      status = await attempt(delivery, count, status);
    }
  };

  return {
    async deliver(delivery) {
      const status = await attempt(delivery, 1);
      if (!isAccepted(status)) retry(delivery, status).catch(stoppedOnly);
    },
  };
}

function stoppedOnly(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
