import { CATALOG } from './catalog.ts';

/** How many jobs of one kind there are, by what holds them. */
export interface JobDepth {
  readonly name: string;
  /** Could run now. */
  readonly due: number;
  /** Wait for their time. */
  readonly later: number;
  /** Wait for it because their last try failed. */
  readonly failing: number;
  readonly running: number;
  /** Could not be done, and wait for an operator. */
  readonly buried: number;
  /** How long the oldest due one has been due, milliseconds; 0: none is. */
  readonly oldestDueMs: number;
}

const NONE = { due: 0, later: 0, failing: 0, running: 0, buried: 0, oldestDueMs: 0 };

/** Adds the kinds of which there are none just now: a series that comes and goes is hard to watch. */
export function withEveryKind(found: readonly JobDepth[]): JobDepth[] {
  const names = new Set([...Object.keys(CATALOG), ...found.map(({ name }) => name)]);
  return [...names].map((name) => found.find((depth) => depth.name === name) ?? { name, ...NONE });
}
