import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** The queue of the embedded database; on Postgres it is an engine's own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('jobs')
    .addColumn('job_id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('lane', 'text')
    .addColumn('payload', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('priority', 'integer', (c) => c.notNull())
    .addColumn('run_at', 'bigint', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('last_error', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  // At most one waiting and one running job of a name in a lane.
  await sql`create unique index jobs_waiting on jobs (name, lane) where state = 'waiting' and lane is not null`.execute(
    db,
  );
  await sql`create unique index jobs_running on jobs (name, lane) where state = 'running' and lane is not null`.execute(
    db,
  );
  await sql`create index jobs_due on jobs (state, run_at)`.execute(db);
}
