import { PROVIDERS } from '../../src/app.ts';
import { examine } from '../../src/doctor/examine.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import type { Roomtone } from './roomtone.ts';

/** What the doctor says of a running app, if it is asked with other settings, or by a clock that is so far ahead. */
export async function findings(
  app: Roomtone,
  changes: Readonly<Record<string, string>> = {},
  aheadMs = 0,
): Promise<readonly Finding[]> {
  return examine({ ...app.env, ...changes }, { now: () => app.now() + aheadMs }, PROVIDERS);
}

/** Everything but what is well. */
export const troubles = (found: readonly Finding[]): readonly Finding[] =>
  found.filter(({ level }) => level !== 'ok');
