import type { JobName } from '../usecases/job-payloads.ts';

/** A job handed to a worker. `attempt` counts from 1. */
export interface TakenJob {
  readonly jobId: string;
  readonly name: JobName;
  readonly lane: string | null;
  /** As stored; to be parsed by the catalog. */
  readonly payload: unknown;
  readonly attempt: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/**
 * `again`: nothing went wrong, it is just not its time (a pause); costs no attempt. `retry`: failed, at most `attempts`
 * times. `buried`: kept for an operator to look at. Times are epoch milliseconds.
 */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly at: number }
  | { readonly kind: 'retry'; readonly at: number; readonly error: string }
  | { readonly kind: 'buried'; readonly error: string };

/** What a worker needs of a queue: at least once, and per name and lane one at a time. */
export interface Engine {
  /**
   * Before anything is taken. Jobs a dead process left running wait again: on SQLite at once, on Postgres when nothing
   * was heard of it for 15 s. From now on `wake` is called when there may be new jobs.
   */
  start(wake: () => void): Promise<void>;
  /** Those a person waits for first; `who`: only those. */
  take(limit: number, who?: 'person'): Promise<readonly TakenJob[]>;
  /** Once per job, with the very object that was taken. */
  settle(job: TakenJob, outcome: Outcome): Promise<void>;
  /** The first moment after that one at which a waiting job comes due, epoch milliseconds; null: there is none. */
  nextRunAt(after: number): Promise<number | null>;
  /** Jobs this process still runs go back to waiting. */
  stop(): Promise<void>;
}
