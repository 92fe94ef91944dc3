const DAY_MS = 86_400_000;

/**
 * A zone's clock on the wall. A wall time is a number: the epoch milliseconds at which a clock in UTC shows the same
 * day and time, so days and hours on the wall are ordinary arithmetic.
 */
export interface ZoneClock {
  /** What the wall shows at a moment. */
  wallAt(instant: number): number;
  /** When the wall shows that. An hour skipped in spring comes one hour later; of an hour shown twice it is the second. */
  instantAt(wall: number): number;
}

/** The clock of an IANA zone; UTC's when there is no such zone. */
export function zoneClock(timeZone: string): ZoneClock {
  const format = offsetFormat(timeZone);

  const wallAt = (instant: number): number => instant + readOffset(format.format(instant));

  const instantAt = (wall: number): number => {
    // Clocks are not changed twice within two days, so one of these two offsets is in force.
    const around = [wall - DAY_MS, wall + DAY_MS].map((instant) => wallAt(instant) - instant);
    const later = wall - Math.min(...around);
    const earlier = wall - Math.max(...around);
    return wallAt(earlier) === wall && wallAt(later) !== wall ? earlier : later;
  };

  return { wallAt, instantAt };
}

function offsetFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return new Intl.DateTimeFormat('en', { timeZone: 'UTC', timeZoneName: 'longOffset' });
  }
}

/** The offset at the end of `1/31/2026, GMT+05:30`, in milliseconds. Source: CLDR, "localized GMT format". */
function readOffset(text: string): number {
  const [, sign, hours, minutes, seconds = 0] = /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -offset : offset;
}
