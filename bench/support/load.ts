import { createHistogram } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Connection, type Post, postBytes } from './connection.ts';
import { median } from './rounds.ts';

export interface Load {
  readonly url: string;
  readonly requests: number;
  readonly connections: number;
  /** Called with another number each time, over all loads. */
  readonly make: (n: number) => Post;
  readonly expectStatus: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

let made = 0;

/** Sends POSTs over so many kept connections, the next one as soon as one is answered. Throws on another status. */
export function load(what: Load): Promise<LoadResult> {
  return run(what, async ({ requests, connections, send }) => {
    let next = 0;
    const sender = async (connection: Connection) => {
      while (next < requests.length) await send(connection, requests[next++] as Buffer, performance.now());
    };
    await Promise.all(connections.map(sender));
  });
}

/**
 * Sends POSTs at an even pace, however long the answers take, as the world does. A request waits for a free connection
 * if it must; its time counts from the moment it was due.
 */
export function pacedLoad(what: Load & { readonly perSecond: number }): Promise<LoadResult> {
  return run(what, async ({ requests, connections, send }) => {
    const free = [...connections];
    const pending: Promise<void>[] = [];
    const startedAt = performance.now();
    while (pending.length < requests.length) {
      const dueAt = startedAt + (pending.length / what.perSecond) * 1_000;
      const connection = dueAt <= performance.now() ? free.pop() : undefined;
      if (connection === undefined) {
        await delay(1);
        continue;
      }
      const sent = send(connection, requests[pending.length] as Buffer, dueAt);
      pending.push(sent.then(() => void free.push(connection)));
    }
    await Promise.all(pending);
  });
}

interface Run {
  readonly requests: readonly Buffer[];
  readonly connections: readonly Connection[];
  /** `dueAt`: from when on its time counts. */
  readonly send: (connection: Connection, request: Buffer, dueAt: number) => Promise<void>;
}

async function run(what: Load, work: (run: Run) => Promise<void>): Promise<LoadResult> {
  const url = new URL(what.url);
  const requests = Array.from({ length: what.requests }, () => postBytes(url, what.make(made++)));
  const connections = await Promise.all(Array.from({ length: what.connections }, () => Connection.to(url)));
  const histogram = createHistogram();
  const startedAt = performance.now();
  await work({
    requests,
    connections,
    async send(connection, request, dueAt) {
      const status = await connection.send(request);
      if (status !== what.expectStatus) throw new Error(`${what.url} answered ${status}`);
      histogram.record(Math.max(1, Math.round((performance.now() - dueAt) * 1_000)));
    },
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const connection of connections) connection.close();
  return {
    perSecond: requests.length / seconds,
    p50Ms: histogram.percentile(50) / 1_000,
    p99Ms: histogram.percentile(99) / 1_000,
  };
}

export function medians(results: readonly LoadResult[]): LoadResult {
  return {
    perSecond: median(results.map((r) => r.perSecond)),
    p50Ms: median(results.map((r) => r.p50Ms)),
    p99Ms: median(results.map((r) => r.p99Ms)),
  };
}

export const LOAD_COLUMNS = ['a second', 'p50 ms', 'p99 ms'] as const;

/** In the order of {@link LOAD_COLUMNS}. */
export const loadValues = ({ perSecond, p50Ms, p99Ms }: LoadResult): number[] => [perSecond, p50Ms, p99Ms];
