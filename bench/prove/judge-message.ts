import type { Court } from './verdict.ts';

/** Stands there once, and once more for each kill that left it open whether Slack had taken it. */
export function expectMessage({ standing, doubts, found }: Court, key: string): void {
  const inDoubt = doubts.filter((doubt) => doubt.key === key && doubt.taken).length;
  const there = standing.get(key)?.length ?? 0;
  if (there === 0) found.lost.push(`no message ${key}`);
  if (there > 1 + inDoubt) found.doubled.push(`${there} messages ${key}, ${inDoubt} of them in doubt`);
}

export function compare(
  { found }: Pick<Court, 'found'>,
  what: string,
  { wanted, there }: { readonly wanted: number; readonly there: number },
): void {
  if (there < wanted) found.lost.push(`${there} instead of ${wanted} ${what}`);
  if (there > wanted) found.doubled.push(`${there} instead of ${wanted} ${what}`);
}
