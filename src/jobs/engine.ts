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
  /** Jobs a dead process left running wait again. Before anything is taken. */
  recover(): Promise<void>;
  take(limit: number): Promise<readonly TakenJob[]>;
  settle(job: TakenJob, outcome: Outcome): Promise<void>;
  /** Jobs still running go back to waiting. */
  giveBack(): Promise<void>;
  /** When the next waiting job is due, epoch milliseconds; null: none waits. */
  nextRunAt(): Promise<number | null>;
}
