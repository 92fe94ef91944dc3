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

export const optionalNumber = z.number().nullish().catch(null).transform(orNull);

const TEXT_MAX = 200;

/** Empty when it is absent or none; cut, and as a database can take it. */
export const optionalText = z
  .string()
  .catch('')
  .transform((text) =>
    text
      .replace(/\p{Cc}/gu, ' ')
      .slice(0, TEXT_MAX)
      .toWellFormed()
      .trim(),
  );

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null;
}
