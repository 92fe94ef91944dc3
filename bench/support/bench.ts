import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from './report.ts';

/** What a benchmark works with. */
export interface Bench {
  /** Empty at the start, gone at the end. */
  readonly folder: string;
  /** How often everything is measured. */
  readonly rounds: number;
  /** That many, or a tenth of them when it only has to be quick. */
  many(count: number): number;
  /** Done at the end, the last one first, also when the benchmark fails. */
  after(undo: () => unknown): void;
}

export type Run = (bench: Bench) => Promise<Report>;

/** Runs one benchmark and cleans up behind it. `quick`: one round of little, to see that it works. */
export async function runBenchmark(run: Run, quick: boolean): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-bench-'));
  const undos: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    return await run({
      folder,
      rounds: quick ? 1 : 5,
      many: (count) => (quick ? Math.ceil(count / 10) : count),
      after: (undo) => void undos.push(undo),
    });
  } finally {
    for (const undo of undos.toReversed()) await undo();
  }
}
