import { defineConfig } from 'vitest/config';
import { compileCache } from './test/support/compile-cache.ts';
import { scratchFolder } from './test/support/scratch-folder.ts';

/** The same for all, so that they share their workers. More than two cores: tests also wait for processes and pages. */
const maxWorkers = 3;
const env = { TMPDIR: scratchFolder(), ...compileCache };

export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          isolate: false,
          maxWorkers,
          // Properties go through thousands of cases, on a busy machine slowly.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/{integration,contract}/**/*.test.ts'],
          pool: 'forks',
          isolate: false,
          maxWorkers,
          env,
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/build-pages.ts',
          testTimeout: 90_000,
          hookTimeout: 60_000,
          maxWorkers,
          env,
          // A page under load takes its time; what is asserted is what it ends up with.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
