import type { JobQueue } from '../../src/jobs/job-queue.ts';
import type { Storage } from '../../src/usecases/ports/storage.ts';

export interface StoredJob {
  readonly lane: string | null;
  readonly state: 'waiting' | 'running' | 'buried';
  readonly error: string | null;
}

/** A database, as the storage contract sees it: whichever it is, it must behave the same. */
export interface OpenedStorage {
  readonly storage: Storage;
  /** What is committed, seen from outside. */
  sql<Row = Record<string, unknown>>(query: string): Promise<Row[]>;
}

/** A database with its queue, as the jobs contract sees it. */
export interface OpenedStore extends OpenedStorage {
  readonly engine: JobQueue;
  /** Changes it from outside. */
  change(statement: string): Promise<unknown>;
  /** Every job that is not done, in order of lane, seen from outside. */
  jobs(): Promise<StoredJob[]>;
  /** The process that runs what was taken dies, and so much time passes that this shows. */
  die(): Promise<void>;
  /** The queue's clock. */
  now(): number;
  advance(ms: number): Promise<void>;
}

/** Opens an empty one; it is closed when the test ends. */
export type OpenStorage = () => Promise<OpenedStorage>;
export type OpenStore = () => Promise<OpenedStore>;
