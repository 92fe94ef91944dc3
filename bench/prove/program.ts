import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { MEMORY_FLAGS } from '../../test/support/deployed-flags.ts';

const PROGRAM = join(import.meta.dirname, '../../dist/main.js');
/** With as much memory as anywhere, and a quicker start. */
const AS_DEPLOYED = {
  NODE_OPTIONS: MEMORY_FLAGS,
  NODE_COMPILE_CACHE: join(tmpdir(), 'roomtone-prove-cache'),
};
const LOOK_EVERY_MS = 20;
const STOP_WITHIN_MS = 30_000;

export type LogLine = Readonly<Record<string, unknown>>;

/** The built app as a process of its own. */
export interface Program {
  /** Resolves once it is ready, or killed before it was. */
  start(): Promise<void>;
  /** SIGKILL, on the spot. */
  kill(): void;
  /** Resolves once it is dead. */
  gone(): Promise<void>;
  /** SIGTERM; resolves to its exit code. */
  stop(): Promise<number | null>;
  /** Resident memory now, in bytes; 0 when it does not run. */
  memory(): number;
}

export interface ProgramOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Each line it logs, as it is written. */
  readonly onLine: (line: LogLine) => void;
}

export function createProgram({ env, onLine }: ProgramOptions): Program {
  let child: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  const isAlive = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  return {
    async start() {
      const started = spawn(process.execPath, [PROGRAM], {
        env: { ...AS_DEPLOYED, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      ended = once(started, 'close');
      createInterface({ input: started.stdout }).on('line', (line) => {
        if (line.startsWith('{')) onLine(JSON.parse(line) as LogLine);
      });
      const ready = `http://${env['HOST']}:${env['PORT']}/readyz`;
      while (
        !(await fetch(ready).then(
          ({ ok }) => ok,
          () => false,
        ))
      ) {
        if (started.signalCode === 'SIGKILL') return;
        if (!isAlive()) throw new Error(`The app ended with ${started.exitCode ?? started.signalCode}`);
        await delay(LOOK_EVERY_MS);
      }
    },
    kill: () => void child?.kill('SIGKILL'),
    gone: async () => void (await ended),
    async stop() {
      if (!isAlive()) return null;
      child?.kill('SIGTERM');
      await Promise.race([ended, delay(STOP_WITHIN_MS, undefined, { ref: false })]);
      if (isAlive()) throw new Error('The app did not stop');
      return child?.exitCode ?? null;
    },
    memory: () => (isAlive() ? residentBytes(child?.pid ?? 0) : 0),
  };
}

function residentBytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
