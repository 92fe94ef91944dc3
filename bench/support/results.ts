import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from './environment.ts';
import type { Report } from './report.ts';

const FILE = join(import.meta.dirname, '../../data/bench.json');

/** What `data/bench.json` holds: of each benchmark the last run, and on what that was. */
export type Results = Readonly<Record<string, Result>>;

export interface Result {
  readonly environment: Environment;
  /** A day, as in 2026-11-25. */
  readonly measuredOn: string;
  readonly report: Report;
}

export function readResults(): Results {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : {};
}

export function writeResults(results: Results): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
}
