import { sql, type Transaction } from 'kysely';
import type { Schema } from '../storage/schema.ts';
import { BURIED, QUEUE } from './postgres-boss.ts';

/** Jobs changed in one go, so that nobody waits long for them. */
const BATCH = 500;

/** Blanks the `response_url` in jobs enqueued before then, a bounded number of them. True: there may be more. */
export async function forgetResponseUrls(tx: Transaction<Schema>, before: number): Promise<boolean> {
  const url = sql.lit('{payload,reply,responseUrl}');
  const { numAffectedRows = 0n } = await sql`
    update pgboss.job set data = jsonb_set(data, ${url}, 'null')
    where (name, id) in (
      select name, id from pgboss.job
      where name in (${QUEUE}, ${BURIED})
        and (data ->> 'createdAt')::bigint < ${before}
        and data #>> ${url} is not null
      limit ${BATCH}
      for update skip locked
    )`.execute(tx);
  return numAffectedRows >= BATCH;
}
