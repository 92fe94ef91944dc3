const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How late a video is that is not there yet. `missing`: nobody looks for it any more. */
export type Lateness = 'uploading' | 'processing' | 'late' | 'missing';

const BY_AGE: readonly (readonly [afterMs: number, Lateness])[] = [
  [72 * HOUR_MS, 'missing'],
  [2 * HOUR_MS, 'late'],
  [15 * MINUTE_MS, 'processing'],
];

/** By the time since the recording's end. Epoch milliseconds. */
export function latenessOf(endedAt: number, now: number): Lateness {
  return BY_AGE.find(([afterMs]) => now - endedAt >= afterMs)?.[1] ?? 'uploading';
}
