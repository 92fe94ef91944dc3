import type { Reporter, TestModule } from 'vitest/node';

/**
 * Prints `N passed, N failed, N skipped` as the very last line of a run, from the runner's own results.
 * A file that did not load and an error outside any test each count as one failure. Each skipped test is named
 * with its reason.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    const reasons: string[] = [];
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) count.failed++;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') count.passed++;
        else if (result.state === 'failed') count.failed++;
        else {
          count.skipped++;
          reasons.push(
            `skipped: ${test.fullName} (${('note' in result && result.note) || 'no reason given'})`,
          );
        }
      }
    }
    const lines = [...reasons, `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`];
    process.once('exit', () => {
      process.stdout.write(`${lines.join('\n')}\n`);
    });
  }
}
