import { z } from 'zod';

/** An optional time as epoch milliseconds; null when it is absent or cannot be read. */
export const optionalTime = z
  .string()
  .nullish()
  .transform((text) => (typeof text === 'string' ? readTime(text) : null));

/**
 * An optional length in whole seconds, sent as a number (2021) or as a numeric string (specification 0.1.7); null when
 * it is absent or cannot be read.
 */
export const optionalSeconds = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => (/^\d+(\.\d+)?$/.test(String(value)) ? Math.round(Number(value)) : null))
  .transform((seconds) => (Number.isSafeInteger(seconds) ? seconds : null));

// A time without a zone would be read in the zone of this machine, so it does not count as one.
const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/;

function readTime(text: string): number | null {
  const time = ISO_TIME.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
