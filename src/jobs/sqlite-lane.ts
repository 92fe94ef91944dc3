import { sql, type Transaction } from 'kysely';
import type { SqliteSchema } from '../storage/schema.ts';

/** Does a job wait already that does the work of this one? */
export async function oneWaits(
  tx: Transaction<SqliteSchema>,
  { name, lane }: { readonly name: string; readonly lane: string | null },
): Promise<boolean> {
  if (lane === null) return false;
  const row = await tx
    .selectFrom('jobs')
    .select('job_id')
    .where('name', '=', name)
    .where('lane', '=', lane)
    // Written out: SQLite matches it with the index's own condition, which holds no parameters.
    .where(sql<boolean>`state = 'waiting'`)
    .executeTakeFirst();
  return row !== undefined;
}
