import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchAck } from './ack.ts';
import { benchCallback } from './callback.ts';
import { benchLatency } from './latency.ts';

const BENCHMARKS = { ack: benchAck, callback: benchCallback, latency: benchLatency } as const;
const RESULTS = join(import.meta.dirname, '../data/bench.json');

const wanted = process.argv.slice(2);
const results: Record<string, unknown> = {
  environment: {
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    date: new Date().toISOString(),
  },
};
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`${name} …\n`);
  results[name] = await run();
  process.stdout.write(`${JSON.stringify(results[name], rounded, 2)}\n`);
}
mkdirSync(join(RESULTS, '..'), { recursive: true });
writeFileSync(RESULTS, JSON.stringify(results, rounded, 2));
process.stdout.write(`Written to data/bench.json\n`);

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}
