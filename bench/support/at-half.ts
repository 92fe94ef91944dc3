import type { Bench } from './bench.ts';
import { type Load, type LoadResult, medians, pacedLoad } from './load.ts';
import { inRounds } from './rounds.ts';

const SECONDS = 2;

/** How long answers take when requests come at half of what could be handled, at an even pace. */
export async function atHalf(bench: Bench, { perSecond }: LoadResult, to: Load): Promise<LoadResult> {
  const pace = perSecond / 2;
  const requests = bench.many(Math.round(pace * SECONDS));
  const { paced } = await inRounds(bench.rounds, {
    paced: () => pacedLoad({ ...to, perSecond: pace, requests }),
  });
  return medians(paced);
}
