import type { Trouble } from '../../domain/trouble.ts';

/** A failure's code as it is written for people, and the reference to its log line. */
export function troubleValues({ code, ref }: Trouble): Record<'code' | 'ref', string> {
  return { code: code.toUpperCase(), ref };
}
