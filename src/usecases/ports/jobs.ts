import type { JobName, JobPayloads } from '../job-payloads.ts';

export interface JobRequest<N extends JobName = JobName> {
  readonly name: N;
  readonly payload: JobPayloads[N];
  /** With a lane, one runs and at most one waits; without, every request is a job of its own. */
  readonly lane?: string;
  /** Not before. Default: now. */
  readonly runAt?: number;
}

export interface Jobs {
  enqueue<N extends JobName>(job: JobRequest<N>): Promise<void>;
  /** Those that could not be done and wait for an operator. */
  countBuried(): Promise<number>;
  /** Blanks the `responseUrl` in jobs enqueued before then, a bounded number at a time. True: there may be more. */
  forgetResponseUrls(before: number): Promise<boolean>;
}
