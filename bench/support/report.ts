/** What a benchmark found, ready to be written to JSON and shown on a page. */
export interface Report {
  /** Headings of the values, e.g. `requests/s`. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
}

export interface Row {
  readonly name: string;
  /** One for each column; null: not measured here. */
  readonly values: readonly (number | null)[];
}

/** What is wanted, and what came out. One of the two bounds is there. */
export interface Goal {
  readonly what: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | 'MB';
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** How often better than wanted; 1: just so. What is zero or less is as good as can be where little is wanted. */
export function timesAsWanted({ value, atLeast, atMost }: Goal): number {
  if (atLeast !== undefined) return value / atLeast;
  return value <= 0 ? Number.POSITIVE_INFINITY : (atMost ?? value) / value;
}

export const isMet = (goal: Goal): boolean => timesAsWanted(goal) >= 1;
