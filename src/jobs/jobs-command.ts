import { NotFoundError, UsageError } from '../errors.ts';
import type { BuriedJob, JobQueue } from './job-queue.ts';

type Buried = Pick<JobQueue, 'listBuried' | 'retryBuried' | 'dropBuried'>;

/** The longest list. */
const LIMIT = 100;
const ERROR_LENGTH = 200;
const HEAD = ['ID', 'JOB', 'LANE', 'ASKED FOR', 'ERROR'];

/**
 * `list`, `retry <id>` and `drop <id>` of the buried jobs; returns what to print. Throws UsageError for anything else,
 * NotFoundError when no such job is buried.
 */
export async function jobsCommand(
  buried: Buried,
  [action, jobId, ...rest]: readonly string[],
): Promise<string> {
  if (rest.length === 0) {
    if (action === 'list' && jobId === undefined) return list(await buried.listBuried(LIMIT + 1));
    if (action === 'retry' && jobId !== undefined) {
      found(await buried.retryBuried(jobId), jobId);
      return `${jobId} waits for its turn again.\n`;
    }
    if (action === 'drop' && jobId !== undefined) {
      found(await buried.dropBuried(jobId), jobId);
      return `${jobId} is dropped.\n`;
    }
  }
  throw new UsageError('Expected: list, retry <id> or drop <id>');
}

function found(isThere: boolean, jobId: string): void {
  if (!isThere) throw new NotFoundError('job_unknown', `No job ${jobId} is buried.`);
}

function list(jobs: readonly BuriedJob[]): string {
  if (jobs.length === 0) return 'No job is buried.\n';
  const rows = table([HEAD, ...jobs.slice(0, LIMIT).map(cells)]);
  return jobs.length > LIMIT ? `${rows}The oldest ${LIMIT}; there are more.\n` : rows;
}

function cells({ jobId, name, lane, createdAt, error }: BuriedJob): string[] {
  const askedFor = `${new Date(createdAt).toISOString().slice(0, 19)}Z`;
  return [jobId, name, lane ?? '-', askedFor, error.replaceAll(/\s+/g, ' ').slice(0, ERROR_LENGTH)];
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
