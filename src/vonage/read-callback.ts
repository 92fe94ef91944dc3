import type { z } from 'zod';
import { MalformedError } from '../errors.ts';

/** Throws MalformedError, `bad_json`. */
export function readJson(body: Buffer): unknown {
  return parseJson(() => new TextDecoder('utf-8', { fatal: true }).decode(body));
}

/** As {@link readJson}, for text that is decoded already. */
export function parseJson(text: () => string): unknown {
  try {
    return JSON.parse(text());
  } catch (cause) {
    throw new MalformedError('bad_json', 'Callback is not JSON', { cause });
  }
}

/** Throws MalformedError, `schema_mismatch`, which names the first member that is wrong. */
export function checkMembers<T>(schema: z.ZodType<T>, message: unknown): T {
  const result = schema.safeParse(message);
  if (result.success) return result.data;
  const member = result.error.issues[0]?.path.join('.') ?? '';
  throw new MalformedError('schema_mismatch', 'Callback lacks something, or has it in the wrong type', {
    details: { member },
  });
}
