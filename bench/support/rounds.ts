type Contenders = Readonly<Record<string, () => Promise<unknown>>>;
type Results<C extends Contenders> = { [Name in keyof C]: Awaited<ReturnType<C[Name]>>[] };

/**
 * Lets all of them run one after the other, round after round, so that whatever else the machine does hits them alike.
 * The results by name; those of a first round, in which everything is compiled and opened, are thrown away.
 */
export async function inRounds<C extends Contenders>(rounds: number, contenders: C): Promise<Results<C>> {
  const results: Record<string, unknown[]> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, measure] of Object.entries(contenders)) {
      const result = await measure();
      results[name] ??= [];
      if (round > 0) results[name].push(result);
    }
  }
  return results as Results<C>;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that share (0 to 1) of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}
