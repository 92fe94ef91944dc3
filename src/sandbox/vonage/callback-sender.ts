import { setTimeout as sleep } from 'node:timers/promises';
import type { Deliverer, Delivery } from './callback-delivery.ts';
import type { CallbackFaults } from './faults.ts';

const SHUFFLE_HOLD_MS = 1_500;

export interface Callback extends Pick<Delivery, 'url' | 'title' | 'body'> {
  /** Callbacks of one lane are sent one after the other. */
  readonly lane: string;
}

/** Sends callbacks in order within their lane, misbehaving as the faults say. */
export interface CallbackSender {
  send(callback: Callback): void;
}

/** What waits in one lane. */
interface Lane {
  tail: Promise<void>;
  held: Callback[];
  release: NodeJS.Timeout | undefined;
}

export function createCallbackSender(deps: {
  readonly faults: () => CallbackFaults;
  readonly deliverer: Deliverer;
  readonly sign: ((text: string) => Promise<string>) | undefined;
}): CallbackSender {
  const lanes = new Map<string, Lane>();

  const dispatch = async ({ url, title, body }: Callback): Promise<void> => {
    const faults = deps.faults();
    if (isDropped(title, faults.drop)) return;
    if (faults.callback_delay_ms > 0) await sleep(faults.callback_delay_ms, undefined, { ref: false });
    const json = JSON.stringify(body);
    const text = faults.double_encoded ? JSON.stringify(json) : json;
    const { sign } = deps;
    const headers: Delivery['headers'] = async () =>
      sign && !faults.unsigned ? { authorization: `Bearer ${await sign(text)}` } : {};
    const copies = Array.from({ length: faults.duplicate }, (_, index) => ({
      url,
      title,
      body,
      text,
      headers,
      note: faults.duplicate > 1 ? `delivery ${index + 1} of ${faults.duplicate}` : '',
    }));
    await Promise.all(copies.map((copy) => deps.deliverer.deliver(copy)));
  };

  const enqueue = (lane: Lane, callback: Callback): void => {
    lane.tail = lane.tail.then(() => dispatch(callback));
  };

  const hold = (lane: Lane, callback: Callback): void => {
    lane.held.push(callback);
    clearTimeout(lane.release);
    lane.release = setTimeout(() => {
      for (const held of shuffled(lane.held.splice(0))) enqueue(lane, held);
    }, SHUFFLE_HOLD_MS).unref();
  };

  return {
    send(callback) {
      const lane = lanes.get(callback.lane) ?? { tail: Promise.resolve(), held: [], release: undefined };
      lanes.set(callback.lane, lane);
      (deps.faults().shuffle ? hold : enqueue)(lane, callback);
    },
  };
}

function isDropped(title: string, drop: CallbackFaults['drop']): boolean {
  return typeof drop === 'number' ? Math.random() < drop : drop.includes(title);
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
