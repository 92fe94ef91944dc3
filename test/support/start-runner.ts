import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface Runner {
  /** Resolves once it has said that line. */
  said(line: string): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
}

/** A process of its own that runs the jobs in that database, see job-runner.ts; killed when the test ends. */
export async function startRunner(url: string): Promise<Runner> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'job-runner.ts'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  const lines: string[] = [];
  const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
  const said = async (line: string) => {
    while (!lines.includes(line)) {
      // Whichever comes first: a line, or the end of it.
      await Promise.race([once(output, 'line'), ended]);
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}`);
    }
  };
  await said('ready');
  return { said, kill };
}
