import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHMARKS, type Benchmark } from './benchmarks.ts';
import { runBenchmark } from './support/bench.ts';
import { readEnvironment } from './support/environment.ts';
import { hasPostgres } from './support/postgres.ts';
import { renderChart } from './support/render-chart.ts';
import { renderPage } from './support/render-page.ts';
import { renderReport } from './support/render-report.ts';
import { type Result, readResults, writeResults } from './support/results.ts';

/*
 * `npm run bench [-- names… --quick]`: runs all benchmarks or those named, keeps the figures in data/bench.json, and
 * makes docs/performance.md from them once there are some of each.
 */

const DOCS = join(import.meta.dirname, '../docs');
const NAMES = Object.keys(BENCHMARKS);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  say(`There is no benchmark ${unknown.join(', ')}; there are ${NAMES.join(', ')}.`);
  process.exit(64);
}

const environment = readEnvironment();
say(JSON.stringify(environment));
for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (benchmark.needsPostgres === true && !hasPostgres) say(`\n${name}: left out, Postgres is not installed`);
  else await measure(name, benchmark);
}
if (!values.quick) writePage();

async function measure(name: string, { run }: Benchmark): Promise<void> {
  say(`\n${name} …`);
  const startedAt = performance.now();
  const report = await runBenchmark(run, values.quick);
  say(renderReport(report));
  say(`${Math.round((performance.now() - startedAt) / 1_000)} s`);
  const result: Result = { environment, measuredOn: new Date().toISOString().slice(0, 10), report };
  if (!values.quick) writeResults({ ...readResults(), [name]: result });
}

function writePage(): void {
  const results = readResults();
  const missing = NAMES.filter((name) => results[name] === undefined);
  if (missing.length > 0) {
    say(`\ndocs/performance.md waits for ${missing.join(', ')}.`);
    return;
  }
  const goals = NAMES.flatMap((name) => results[name]?.report.goals ?? []);
  writeFileSync(join(DOCS, 'performance.svg'), renderChart(goals));
  writeFileSync(join(DOCS, 'performance.md'), renderPage(BENCHMARKS, results));
  say('\nWritten: data/bench.json, docs/performance.md, docs/performance.svg');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
