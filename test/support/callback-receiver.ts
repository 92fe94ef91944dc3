import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedCallback {
  /** `rooms`, `sessions` or `recordings`: the address it was sent to. */
  readonly kind: string;
  readonly event: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The bytes as they came. */
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

/** A small HTTP server that takes Meetings callbacks and remembers them. */
export interface CallbackReceiver {
  readonly port: number;
  /** The three addresses, as a room takes them. */
  readonly callbackUrls: Readonly<Record<string, string>>;
  readonly received: readonly ReceivedCallback[];
  /** The status of the next answers; 204 at first. */
  answerWith(status: number): void;
  /** Resolves with the first callback of this event, come or to come; with `count`, once that many have come. */
  waitFor(event: string, count?: number): Promise<ReceivedCallback>;
  close(): Promise<void>;
}

interface Waiting {
  readonly event: string;
  readonly count: number;
  readonly resolve: (callback: ReceivedCallback) => void;
}

export async function startCallbackReceiver(port = 0): Promise<CallbackReceiver> {
  const received: ReceivedCallback[] = [];
  const waiting = new Set<Waiting>();
  let status = 204;

  const settle = (): void => {
    for (const waiter of waiting) {
      const found = received.filter(({ event }) => event === waiter.event);
      const last = found[waiter.count - 1];
      if (!last) continue;
      waiting.delete(waiter);
      waiter.resolve(last);
    }
  };

  const server = createServer(async (req, res) => {
    const raw = await text(req);
    const once: unknown = JSON.parse(raw);
    const body = typeof once === 'string' ? JSON.parse(once) : once;
    received.push({
      kind: (req.url ?? '').slice(1),
      event: body.event,
      body,
      text: raw,
      headers: req.headers,
    });
    res.writeHead(status).end();
    settle();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    port: (server.address() as AddressInfo).port,
    callbackUrls: {
      rooms_callback_url: `${origin}/rooms`,
      sessions_callback_url: `${origin}/sessions`,
      recordings_callback_url: `${origin}/recordings`,
    },
    received,
    answerWith(next) {
      status = next;
    },
    waitFor: (event, count = 1) =>
      new Promise((resolve) => {
        waiting.add({ event, count, resolve });
        settle();
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
