import { createHistogram } from 'node:perf_hooks';
import { type Dispatcher, Pool } from 'undici';

export interface Load {
  readonly url: string;
  readonly requests: number;
  readonly connections: number;
  readonly make: (n: number) => { readonly headers: Readonly<Record<string, string>>; readonly body: string };
  readonly expectStatus: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

let sent = 0;

/** Sends POSTs over that many kept connections, the next one as soon as one is answered. Throws on another status. */
export async function load({ url, requests, connections, make, expectStatus }: Load): Promise<LoadResult> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const histogram = createHistogram();
  let left = requests;
  const startedAt = performance.now();
  const sender = async () => {
    while (left-- > 0) {
      const request: Dispatcher.RequestOptions = { method: 'POST', path: pathname, ...make(sent++) };
      const began = performance.now();
      const { statusCode, body } = await pool.request(request);
      await body.dump();
      histogram.record(Math.max(1, Math.round((performance.now() - began) * 1_000)));
      if (statusCode !== expectStatus) throw new Error(`${url} answered ${statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  const seconds = (performance.now() - startedAt) / 1_000;
  await pool.close();
  return {
    perSecond: requests / seconds,
    p50Ms: histogram.percentile(50) / 1_000,
    p99Ms: histogram.percentile(99) / 1_000,
  };
}

/** The middle one of several runs. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function medians(results: readonly LoadResult[]): LoadResult {
  return {
    perSecond: median(results.map((r) => r.perSecond)),
    p50Ms: median(results.map((r) => r.p50Ms)),
    p99Ms: median(results.map((r) => r.p99Ms)),
  };
}
