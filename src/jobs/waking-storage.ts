import type { Jobs } from '../usecases/ports/jobs.ts';
import type { Storage } from '../usecases/ports/storage.ts';

/** A storage that calls `announce` after every commit with new jobs in it. */
export function wakingStorage(storage: Storage, announce: () => void): Storage {
  return {
    async transaction(work) {
      let enqueued = false;
      const value = await storage.transaction((tables) => {
        const jobs: Jobs = {
          ...tables.jobs,
          enqueue(job) {
            enqueued = true;
            return tables.jobs.enqueue(job);
          },
        };
        return work({ ...tables, jobs });
      });
      if (enqueued) announce();
      return value;
    },
  };
}
