import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A request that has just arrived. */
export interface Arrival {
  /** By `performance.now()`. */
  readonly at: number;
  readonly path: string;
}

/** A server that answers the app's calls, and knows to the moment when each came. */
export interface Door {
  readonly origin: string;
  /** Resolves to the next request on that path. */
  next(path: string): Promise<Arrival>;
  /** Every request from now on, until the returned function is called. */
  onArrival(listener: (arrival: Arrival) => void): () => void;
  /** How long everybody waits for an answer from now on. */
  setDelay(ms: number): void;
  /** Nobody gets an answer until the returned function is called. */
  shut(): () => void;
  close(): Promise<void>;
}

export type Answers = Readonly<Record<string, (body: string) => unknown>>;

/** `answers`: JSON by path; `*`: that of all others. The status is 200. */
export async function openDoor(answers: Answers): Promise<Door> {
  let delayMs = 0;
  let opened = Promise.resolve();
  const arrivals = new EventEmitter();
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const arrival: Arrival = { at: performance.now(), path };
    arrivals.emit('arrival', arrival);
    arrivals.emit(path, arrival);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await opened;
    if (delayMs > 0) await delay(delayMs, undefined, { ref: false });
    const answer = (answers[path] ?? answers['*'])?.(Buffer.concat(chunks).toString());
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: async (path) => ((await once(arrivals, path)) as [Arrival])[0],
    onArrival(listener) {
      arrivals.on('arrival', listener);
      return () => arrivals.off('arrival', listener);
    },
    setDelay(ms) {
      delayMs = ms;
    },
    shut() {
      const { promise, resolve } = Promise.withResolvers<void>();
      opened = promise;
      return resolve;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
