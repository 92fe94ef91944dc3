import { onTestFinished } from 'vitest';
import { QUEUE, startBoss } from '../../src/jobs/postgres-boss.ts';
import { postgresJobsIn } from '../../src/jobs/postgres-jobs.ts';
import { postgresQueue } from '../../src/jobs/postgres-queue.ts';
import { wakingStorage } from '../../src/jobs/waking-storage.ts';
import { createLog } from '../../src/log.ts';
import { connectionTo } from '../../src/storage/postgres-pool.ts';
import { openPostgresStorage } from './open-postgres-storage.ts';
import type { OpenedStore, StoredJob } from './open-store.ts';
import { START } from './sample-rows.ts';
import { setQueueClock } from './set-queue-clock.ts';

const JOBS = `select data ->> 'lane' as lane, data ->> 'error' as error,
  case when name <> 'jobs' then 'buried' when state = 'active' then 'running' else 'waiting' end as state
  from pgboss.job order by lane`;
/** Longer than a process that lives takes for a sign of it. */
const SILENCE_MS = 20_000;

/** A process on the database at that address. */
export async function openPostgresStore(url: string): Promise<OpenedStore> {
  const log = createLog('silent');
  let ahead = 0;
  const now = () => START + ahead;
  const boss = await startBoss({ connection: connectionTo({ url }), runsJobs: false, log });
  const { storage, sql } = await openPostgresStorage(url, { jobsIn: (tx) => postgresJobsIn(boss, tx, now) });
  onTestFinished(() => boss.stop({ graceful: false }));
  const queue = postgresQueue({ boss, inTransaction: storage.inTransaction, now, log });
  await setQueueClock(sql, 0);
  const advance = async (ms: number) => {
    ahead += ms;
    await setQueueClock(sql, ahead);
  };
  return {
    storage: wakingStorage(storage, queue.announce),
    engine: queue,
    jobs: () => sql<StoredJob>(JOBS),
    sql,
    change: sql,
    now,
    async die() {
      await advance(SILENCE_MS);
      await boss.supervise(QUEUE);
    },
    advance,
  };
}
