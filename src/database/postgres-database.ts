import { startBoss } from '../jobs/postgres-boss.ts';
import { postgresJobsIn } from '../jobs/postgres-jobs.ts';
import { postgresQueue } from '../jobs/postgres-queue.ts';
import { wakingStorage } from '../jobs/waking-storage.ts';
import { openPostgres } from '../storage/postgres.ts';
import { connectionTo, type PostgresAddress } from '../storage/postgres-pool.ts';
import type { Database, DatabaseOptions } from './database.ts';

/** A server, for any number of processes. */
export async function postgresDatabase(
  { poolSize, ...address }: PostgresAddress & { readonly poolSize: number },
  { clock, log, runsJobs }: DatabaseOptions,
): Promise<Database> {
  const now = () => clock.now();
  const jobsIn = (tx: Parameters<typeof postgresJobsIn>[1]) => postgresJobsIn(boss, tx, now);
  const storage = await openPostgres({ ...address, poolSize, jobsIn, log });
  const boss = await startBoss({ connection: connectionTo(address), runsJobs, log });
  const queue = postgresQueue({ boss, inTransaction: storage.inTransaction, now, log });
  return {
    storage: wakingStorage(storage, queue.announce),
    queue,
    async close() {
      await boss.stop({ graceful: false });
      await storage.close();
    },
  };
}
