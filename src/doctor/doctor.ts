import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import type { Providers } from '../vonage/provider.ts';
import { examine } from './examine.ts';
import type { Finding, Level } from './finding.ts';

const SIGNS: Readonly<Record<Level, string>> = { ok: 'ok', warning: 'warning', failure: 'FAILURE' };
const CHECK_WIDTH = 16;

/**
 * `doctor [--json]`: one line for each thing the app needs, with the fix where something is wrong. Resolves to the exit
 * code: 1 if there is a failure, else 0. Works beside a running app.
 */
export async function doctor(
  env: Readonly<Record<string, string | undefined>>,
  args: string[],
  providers: Providers,
): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const findings = await examine(env, systemClock, providers);
  const ok = findings.every(({ level }) => level !== 'failure');
  process.stdout.write(
    values.json ? `${JSON.stringify({ ok, findings }, null, 2)}\n` : findings.map(line).join(''),
  );
  return ok ? 0 : 1;
}

function line({ check, level, says, fix }: Finding): string {
  const first = `${SIGNS[level].padEnd(9)}${check.padEnd(CHECK_WIDTH)}${says}\n`;
  return fix === null ? first : `${first}${''.padEnd(9 + CHECK_WIDTH)}→ ${fix}\n`;
}
