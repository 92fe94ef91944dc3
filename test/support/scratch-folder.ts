import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const IN_MEMORY = '/dev/shm';
/** A whole run needs less, with its databases and browsers; containers often have 64 MB. */
const ENOUGH_BYTES = 4 * 2 ** 30;

/**
 * Where tests keep their files: in memory where there is room for it, since their databases write through to the disk
 * with each commit. What is written outlives a killed process there as well; only a power cut would tell them apart.
 */
export function scratchFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ENOUGH_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
