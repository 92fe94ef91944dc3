import type { Engine } from './engine.ts';
import type { JobDepth } from './job-depth.ts';

/** A job that could not be done and waits for an operator. */
export interface BuriedJob {
  readonly jobId: string;
  readonly name: string;
  readonly lane: string | null;
  readonly error: string;
  /** When it was asked for, epoch milliseconds. */
  readonly createdAt: number;
}

/** A queue with all its sides but one: jobs get into it inside somebody's transaction, by {@link Jobs}. */
export interface JobQueue extends Engine {
  /** Jobs have been enqueued and committed: wakes the workers, in whichever process they are. */
  announce(): void;
  /** How many jobs there are of each kind, also of kinds that have none. */
  depths(): Promise<readonly JobDepth[]>;
  /** The oldest first. */
  listBuried(limit: number): Promise<readonly BuriedJob[]>;
  /** Lets it wait again, with all its attempts. False: no such job is buried. */
  retryBuried(jobId: string): Promise<boolean>;
  /** Forgets it. False: no such job is buried. */
  dropBuried(jobId: string): Promise<boolean>;
}
