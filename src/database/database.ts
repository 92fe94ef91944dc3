import type { Clock } from '../clock.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Log } from '../log.ts';
import type { Storage } from '../usecases/ports/storage.ts';

/** The tables and the queue, in whichever database. */
export interface Database {
  readonly storage: Storage;
  readonly queue: JobQueue;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Will this process run jobs? */
  readonly runsJobs: boolean;
  /** Opened by a tool, beside the process that serves it. Default: false. */
  readonly beside?: boolean;
  /** Pages of 4 kB that an SQLite file may have, as on a full disk. Default: any number. */
  readonly maxPages?: number | undefined;
}
