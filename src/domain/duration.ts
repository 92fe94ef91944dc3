const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
const CENTURY_MS = 36_525 * DAY_MS;

function unit(lengthMs: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name) => [name, lengthMs]));
}

/** English and German, in lower case. Months are missing on purpose: they have no fixed length. */
const UNITS_MS: Readonly<Record<string, number>> = {
  ...unit(MINUTE_MS, 'm min mins minute minutes minuten'),
  ...unit(HOUR_MS, 'h hr hrs hour hours std stunde stunden'),
  ...unit(DAY_MS, 'd day days tag tage tagen'),
  ...unit(WEEK_MS, 'w wk wks week weeks woche wochen'),
};

const PART = `(\\d{1,7}(?:[.,]\\d{1,2})?) ?(${Object.keys(UNITS_MS).join('|')})(?!\\p{L})\\.?`;
const PARTS = new RegExp(PART, 'giu');
const LEADING = new RegExp(`^${PART}(?:,? ?(?:(?:and|und) )?${PART})*(?= |$)`, 'iu');

/** A length of time found at the start of a text. */
export interface LeadingDuration {
  /** The part of the text that says it. */
  readonly text: string;
  /** Whole minutes, at most a century. */
  readonly durationMs: number;
}

/** Reads `30d`, `1d 12h`, `1.5 hours`, `30 Tage` … at the start of a text with single spaces; undefined without one. */
export function leadingDuration(text: string): LeadingDuration | undefined {
  const found = LEADING.exec(text)?.[0];
  if (found === undefined) return undefined;
  let sumMs = 0;
  for (const [, amount = '', name = ''] of found.matchAll(PARTS)) {
    sumMs += Number(amount.replace(',', '.')) * (UNITS_MS[name.toLowerCase()] ?? 0);
  }
  if (sumMs > CENTURY_MS) return undefined;
  return { text: found, durationMs: Math.round(sumMs / MINUTE_MS) * MINUTE_MS };
}

/** Reads a text that is a length of time and nothing else, in milliseconds. */
export function readDuration(text: string): number | undefined {
  const leading = leadingDuration(text);
  return leading?.text === text ? leading.durationMs : undefined;
}

/** Writes whole minutes so that {@link readDuration} reads them back: `30d`, `1d 12h`, `0m`. */
export function formatDuration(durationMs: number): string {
  const parts = [
    [Math.floor(durationMs / DAY_MS), 'd'],
    [Math.floor((durationMs % DAY_MS) / HOUR_MS), 'h'],
    [Math.floor((durationMs % HOUR_MS) / MINUTE_MS), 'm'],
  ] as const;
  const told = parts.filter(([amount]) => amount > 0).map(([amount, name]) => `${amount}${name}`);
  return told.join(' ') || '0m';
}
