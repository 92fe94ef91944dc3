const DAY_MS = 86_400_000;

/** When the provider throws a recording away: `keptDays` after its end. */
export function keptUntil(endedAt: number, keptDays: number): number {
  return endedAt + keptDays * DAY_MS;
}
