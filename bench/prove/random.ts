import { createHash } from 'node:crypto';

/** From 0 up to, and not including, 1. */
export type Random = () => number;

/** The same seed makes the same choices, as far as the same things happen. */
export function seededRandom(seed: number): Random {
  let drawn = 0;
  return () => createHash('sha256').update(`${seed} ${drawn++}`).digest().readUInt32BE() / 2 ** 32;
}
