import type { Environment } from './environment.ts';
import { renderGoals, renderReport, table } from './render-report.ts';
import type { Results } from './results.ts';

/** A benchmark as the page tells of it. */
export interface Chapter {
  readonly title: string;
  /** What is measured, and who the peers are. */
  readonly about: string;
}

const INTRO = `# Performance

What Roomtone costs, against named peers. Every ratio is of one run on one machine: all that are compared take turns, round after
round, and what stands here is the median of five rounds. Absolute figures are those of the machine; the ratios are what to look at.

\`\`\`sh
npm ci && npm run bench                  # all of it: some ten minutes, on a machine that does nothing else
npm run bench -- ack callback            # some of it
npm run bench -- --quick                 # a tenth of everything, to see that it runs; written nowhere
\`\`\`

The figures go to \`data/bench.json\`; this page and its picture are made from them. Postgres has to be installed (Debian:
\`apt-get install postgresql\`); a cluster of its own is started for the time, with its own settings, so that every commit is
synced. The load comes from a client that sends prepared bytes over kept connections from the same machine.`;

/** The page, from all benchmarks' last results. The same results make the same page. */
export function renderPage(chapters: Readonly<Record<string, Chapter>>, results: Results): string {
  const measured = Object.entries(chapters).flatMap(([name, chapter]) => {
    const result = results[name];
    return result === undefined ? [] : [{ name, ...chapter, ...result }];
  });
  const parts = measured.map(
    ({ name, title, about, report }) =>
      `## ${title}\n\n\`npm run bench -- ${name}\`\n\n${about}\n\n${renderReport(report)}`,
  );
  return `${[
    INTRO,
    renderEnvironments(measured),
    '![Every goal, and how it was met](performance.svg)',
    renderGoals(measured.flatMap(({ report }) => report.goals)),
    ...parts,
  ].join('\n\n')}\n`;
}

interface Measured {
  readonly name: string;
  readonly measuredOn: string;
  readonly environment: Environment;
}

/** One line each, and one in all if they are the same, as they should be. */
function renderEnvironments(measured: readonly Measured[]): string {
  const lines = measured.map(({ measuredOn, environment: { node, cpu, cores, memoryGb, system } }) => [
    ...[measuredOn, cpu, String(cores), `${memoryGb} GB`, system, `Node ${node}`],
  ]);
  const distinct = new Map(lines.map((line) => [line.join(), line]));
  return table(['measured on', 'processor', 'cores', 'memory', 'system', 'runtime'], [...distinct.values()]);
}
