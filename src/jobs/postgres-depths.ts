import { type JobDepth, withEveryKind } from './job-depth.ts';
import { BURIED, QUEUE } from './postgres-boss.ts';

/** Anything that runs SQL, in the way of pg-boss. */
export interface SqlRunner {
  executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

const DUE = "name = $1 and state < 'active' and start_after <= pgboss.job_now()";
const AHEAD = "name = $1 and state < 'active' and start_after > pgboss.job_now()";
const DEPTHS = `
  select data ->> 'name' as name,
    count(*) filter (where ${DUE})::int as due,
    count(*) filter (where ${AHEAD} and data ->> 'error' is null)::int as later,
    count(*) filter (where ${AHEAD} and data ->> 'error' is not null)::int as failing,
    count(*) filter (where name = $1 and state = 'active')::int as running,
    count(*) filter (where name = $2 and state < 'active')::int as buried,
    coalesce(1000 * extract(epoch from pgboss.job_now() - min(start_after) filter (where ${DUE})), 0)::float8
      as "oldestDueMs"
  from pgboss.job where name in ($1, $2) and state <= 'active' group by 1`;

/** How many jobs there are of each kind. */
export async function postgresDepths(db: SqlRunner): Promise<JobDepth[]> {
  const { rows } = await db.executeSql(DEPTHS, [QUEUE, BURIED]);
  return withEveryKind(rows as JobDepth[]);
}
