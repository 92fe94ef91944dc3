import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../test/support/free-port.ts';

/** A program that listens, in a process of its own. */
export interface Program {
  readonly origin: string;
  /** From its start to its first answer. */
  readonly startMs: number;
  readonly pid: number;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** Lets it finish what it does. */
  stop(): Promise<void>;
}

export interface ProgramOptions {
  readonly file: string;
  readonly args?: readonly string[];
  /** All it gets, besides its port. */
  readonly env?: Readonly<Record<string, string>>;
  /** It is up when this path answers, whatever it does. Default: `/`. */
  readonly readyPath?: string;
  readonly logFile?: string;
}

const LOOK_EVERY_MS = 5;
const PATIENCE_MS = 30_000;

/** Starts a program that listens on the loopback port its environment names (`PORT`). */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { file, args = [], env = {}, readyPath = '/', logFile = '/dev/null' } = options;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const log = openSync(logFile, 'a');
  const startedAt = performance.now();
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', ...env, PORT: String(port) },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  await untilAnswered(child, `${origin}${readyPath}`);
  const startMs = performance.now() - startedAt;
  return {
    origin,
    startMs,
    pid: child.pid ?? 0,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

/** Resident memory of a process, in megabytes. Source: proc(5), VmRSS. */
export function residentMb(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

async function untilAnswered(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (child.exitCode === null && performance.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer !== undefined && answer.status < 500) return;
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`${child.spawnargs[1]} did not start`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
