import type { z } from 'zod';
import { badRequest } from './api-error.ts';

/** Reads a value from outside, or refuses it: 400 naming the first problem. The service's own wording is not known. */
export function readInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw badRequest(`Invalid request: ${first?.path.join('.') || 'body'}: ${first?.message}`);
}
