/** Sets the clock that pg-boss goes by in a database: so much ahead of the database's own. */
export async function setQueueClock(
  sql: (query: string) => Promise<unknown>,
  aheadMs: number,
): Promise<void> {
  await sql(`create or replace function pgboss.job_now() returns timestamptz language sql stable
    as $$ select pg_catalog.now() + interval '${aheadMs} milliseconds' $$`);
}
