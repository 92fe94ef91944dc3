const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** When a session's recordings are looked for at the provider, counted from when we heard that something of it ended. */
const FIRST_LOOK_MS = 2 * MINUTE_MS;
const LOOKS_AFTER_MS: readonly number[] = [
  FIRST_LOOK_MS,
  ...[5, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 6, 12, 24, 36, 48, 60, 72].map((hours) => hours * HOUR_MS),
];

/** After so long it would be there if it had been made: what need not exist is not waited for any longer. */
const SHOULD_BE_THERE_MS = 15 * MINUTE_MS;

/** The first look. Times are epoch milliseconds. */
export function firstLook(since: number): number {
  return since + FIRST_LOOK_MS;
}

/** The next look from now on; null once the last has been due, three days later. */
export function nextLook(since: number, now: number): number | null {
  const after = LOOKS_AFTER_MS.find((ms) => since + ms > now);
  return after === undefined ? null : since + after;
}

/** Would a recording, had it been made, be known to the provider by now? */
export function shouldBeThere(since: number, now: number): boolean {
  return now - since >= SHOULD_BE_THERE_MS;
}

/** When to see whether a recording is still there: when its time is over, then after pauses that double from a day on. */
export function nextLookAtKept(keptUntil: number, now: number): number {
  return now < keptUntil ? keptUntil : now + Math.max(DAY_MS, now - keptUntil);
}
