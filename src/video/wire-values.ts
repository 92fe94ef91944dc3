import { z } from 'zod';

/** An optional moment in epoch milliseconds; null when it is absent or none. */
export const optionalMillis = z.int().positive().nullish().catch(null).transform(orNull);

/** An optional length in whole seconds; null when it is absent or none. */
export const optionalSeconds = z
  .number()
  .nonnegative()
  .max(Number.MAX_SAFE_INTEGER / 1000)
  .transform(Math.round)
  .nullish()
  .catch(null)
  .transform(orNull);

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null;
}
