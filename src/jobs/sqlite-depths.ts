import { sql, type Transaction } from 'kysely';
import type { SqliteSchema } from '../storage/schema.ts';
import { type JobDepth, withEveryKind } from './job-depth.ts';

/** How many jobs there are of each kind. */
export async function sqliteDepths(tx: Transaction<SqliteSchema>, now: number): Promise<JobDepth[]> {
  const due = sql`state = 'waiting' and run_at <= ${now}`;
  const ahead = sql`state = 'waiting' and run_at > ${now}`;
  const { rows } = await sql<JobDepth>`
    select name,
      count(*) filter (where ${due}) as due,
      count(*) filter (where ${ahead} and last_error is null) as later,
      count(*) filter (where ${ahead} and last_error is not null) as failing,
      count(*) filter (where state = 'running') as running,
      count(*) filter (where state = 'buried') as buried,
      coalesce(${now} - min(run_at) filter (where ${due}), 0) as "oldestDueMs"
    from jobs group by name`.execute(tx);
  return withEveryKind(rows);
}
