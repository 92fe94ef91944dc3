import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** The next job is found by its index alone; until now every look sorted all that wait. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index jobs_next on jobs (priority, run_at, created_at) where state = 'waiting'`.execute(
    db,
  );
  await sql`drop index jobs_due`.execute(db);
}
