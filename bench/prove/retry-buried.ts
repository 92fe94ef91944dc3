import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PROGRAM = join(import.meta.dirname, '../../dist/main.js');
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}/gm;

/**
 * What an operator does: lets every buried job run again. On Postgres a job that eleven processes have died of is buried,
 * since it may be what kills them.
 */
export async function retryBuried(env: Readonly<Record<string, string>>): Promise<void> {
  const jobs = (...args: readonly string[]) =>
    promisify(execFile)(process.execPath, [PROGRAM, 'jobs', ...args], { env });
  const { stdout } = await jobs('list');
  for (const [id] of stdout.matchAll(ID)) await jobs('retry', id);
}
