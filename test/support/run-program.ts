import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { compileCache } from './compile-cache.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface ProgramEnd {
  /** Null: ended by a signal. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Which Node runs it. Default: this one. */
  readonly node?: string;
}

/** Runs a program of this project (`src/main.ts migrate`) with those settings and no others, until it ends. */
export async function runProgram(
  [file = '', ...args]: readonly string[],
  { env = {}, node = process.execPath }: ProgramOptions = {},
): Promise<ProgramEnd> {
  const child = spawn(node, [join(ROOT, file), ...args], {
    env: { ...compileCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}
