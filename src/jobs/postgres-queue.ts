import type { Log } from '../log.ts';
import type { TakenJob } from './engine.ts';
import type { JobQueue } from './job-queue.ts';
import { type Ear, postgresBell } from './postgres-bell.ts';
import { ALIVE_EVERY_MS, QUEUE } from './postgres-boss.ts';
import { dropBuried, listBuried, retryBuried } from './postgres-buried.ts';
import { type ClaimsOptions, postgresClaims } from './postgres-claims.ts';
import { postgresDepths } from './postgres-depths.ts';

/** The first of each state, so that an index finds it. What comes and goes are durations: the database's clock decides. */
const FIRST_DUE = ['created', 'retry'].map(
  (state) => `(select start_after from pgboss.job
    where name = $1 and state = '${state}' and not blocked
      and start_after > pgboss.job_now() - $2::float8 * interval '1 millisecond'
    order by start_after limit 1)`,
);
const NEXT_DUE = `
  select (1000 * extract(epoch from min(start_after) - pgboss.job_now()))::float8 as "dueInMs"
  from (${FIRST_DUE.join(' union all ')}) as due`;

/** The queue of many processes, by pg-boss. */
export function postgresQueue(options: ClaimsOptions & { readonly log: Log }): JobQueue {
  const { boss, inTransaction, now, log } = options;
  const bell = postgresBell(boss, log);
  const claims = postgresClaims(options);
  let taking: Promise<unknown> = Promise.resolve();
  let wake = () => {};
  let ear: Ear | undefined;
  let pulse: NodeJS.Timeout | undefined;

  const announce = () => {
    wake();
    bell.ring();
  };

  return {
    async start(onNews) {
      wake = onNews;
      pulse = setInterval(() => {
        claims.giveSign().catch(({ message }) => log.warn({ reason: message }, 'no sign of life was given'));
      }, ALIVE_EVERY_MS);
      ear = await bell.listen(onNews);
    },
    take(limit, who): Promise<TakenJob[]> {
      const jobs = claims.take(limit, who);
      taking = jobs.catch(() => undefined);
      return jobs;
    },
    settle: claims.settle,
    async nextRunAt(after) {
      const { rows } = await boss.getDb().executeSql(NEXT_DUE, [QUEUE, now() - after]);
      const { dueInMs } = rows[0] as { readonly dueInMs: number | null };
      return dueInMs === null ? null : now() + Math.ceil(dueInMs);
    },
    async stop() {
      clearInterval(pulse);
      wake = () => {};
      await ear?.close();
      await taking;
      await claims.giveBack();
    },
    announce,
    depths: () => postgresDepths(boss.getDb()),
    listBuried: (limit) => listBuried(boss, limit),
    async retryBuried(jobId) {
      const isThere = await inTransaction((tx) => retryBuried(boss, tx, jobId));
      if (isThere) announce();
      return isThere;
    },
    dropBuried: (jobId) => dropBuried(boss, jobId),
  };
}
