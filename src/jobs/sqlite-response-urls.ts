import { sql, type Transaction } from 'kysely';
import type { SqliteSchema } from '../storage/schema.ts';

/** Jobs changed in one go, so that nobody waits long for the database. */
const BATCH = 500;

/** Blanks the `response_url` in jobs enqueued before then, a bounded number of them. True: there may be more. */
export async function forgetResponseUrls(tx: Transaction<SqliteSchema>, before: number): Promise<boolean> {
  const old = tx
    .selectFrom('jobs')
    .select('job_id')
    .where('created_at', '<', before)
    .where('payload', 'like', '%"responseUrl":"%')
    .limit(BATCH);
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({ payload: sql<string>`json_set(payload, '$.reply.responseUrl', null)` })
    .where('job_id', 'in', old)
    .executeTakeFirst();
  return numUpdatedRows >= BATCH;
}
