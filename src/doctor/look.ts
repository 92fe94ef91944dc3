import type { JobDepth } from '../jobs/job-depth.ts';
import type { CallbackTrace } from '../storage/callback-trace.ts';

/** A database looked at from beside: nothing in it is changed, and whoever serves it is not held up. */
export interface Look {
  /** What and where it is, without a password. */
  readonly what: string;
  /** What is still to be migrated; empty: up to date. */
  pending(): Promise<readonly string[]>;
  jobs(): Promise<readonly JobDepth[]>;
  callbacks(since: number): Promise<CallbackTrace>;
  /** Do notifications arrive? Absent where none are needed. */
  readonly hears?: () => Promise<boolean>;
  close(): Promise<void>;
}
