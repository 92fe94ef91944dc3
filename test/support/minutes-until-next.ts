import type { OpenedStore } from './open-store.ts';

const MINUTE_MS = 60_000;

/** When the next job is due. Rounded: the database's clock goes on while ours stands still. */
export async function minutesUntilNext({ engine, now }: OpenedStore): Promise<number> {
  const next = (await engine.nextRunAt(now())) ?? Number.NaN;
  return Math.round((next - now()) / MINUTE_MS);
}
