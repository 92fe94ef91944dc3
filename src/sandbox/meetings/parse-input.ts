import type { z } from 'zod';
import { invalidInput } from './api-error.ts';
import { joiText } from './joi-text.ts';

/** Reads a value from outside, or refuses it like the Meetings API: 400 naming the first problem. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw invalidInput(first ? joiText(first) : 'Invalid input');
}
