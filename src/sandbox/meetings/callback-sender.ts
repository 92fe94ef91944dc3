import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackBody } from './callback-bodies.ts';
import type { Deliverer, Delivery } from './callback-delivery.ts';
import type { FaultSettings, Faults } from './faults.ts';
import type { Room } from './model.ts';

const SHUFFLE_HOLD_MS = 1_500;

/** Sends callbacks to the addresses of a room, one after the other per room, misbehaving as the faults say. */
export interface CallbackSender {
  send(room: Room, kind: 'rooms' | 'sessions' | 'recordings', body: CallbackBody): void;
}

interface Callback {
  readonly url: string;
  readonly body: CallbackBody;
}

/** What waits for one room. */
interface Lane {
  tail: Promise<void>;
  held: Callback[];
  release: NodeJS.Timeout | undefined;
}

export function createCallbackSender(deps: {
  readonly faults: Faults;
  readonly deliverer: Deliverer;
  readonly sign: ((text: string) => Promise<string>) | undefined;
}): CallbackSender {
  const lanes = new Map<string, Lane>();

  const dispatch = async ({ url, body }: Callback): Promise<void> => {
    const faults = deps.faults.current();
    if (isDropped(body.event, faults.drop)) return;
    if (faults.callback_delay_ms > 0) await sleep(faults.callback_delay_ms, undefined, { ref: false });
    const text = encode(body, faults);
    const { sign } = deps;
    const headers: Delivery['headers'] = async () =>
      sign && !faults.unsigned ? { authorization: `Bearer ${await sign(text)}` } : {};
    const copies = Array.from({ length: faults.duplicate }, (_, index) => ({
      url,
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
    send(room, kind, body) {
      const url = room.details.callback_urls?.[`${kind}_callback_url`];
      if (!url) return;
      const lane = lanes.get(room.id) ?? { tail: Promise.resolve(), held: [], release: undefined };
      lanes.set(room.id, lane);
      (deps.faults.current().shuffle ? hold : enqueue)(lane, { url, body });
    },
  };
}

function isDropped(event: string, drop: FaultSettings['drop']): boolean {
  return typeof drop === 'number' ? Math.random() < drop : drop.includes(event);
}

function encode(body: CallbackBody, faults: FaultSettings): string {
  const { room_id: _, ...withoutRoomId } = body;
  const leavesOutRoom = faults.no_room_id && body.event === 'recording:uploaded';
  const text = JSON.stringify(leavesOutRoom ? withoutRoomId : body);
  return faults.double_encoded ? JSON.stringify(text) : text;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
