import type { Transaction } from 'kysely';
import type { Inbox } from '../usecases/ports.ts';
import type { Schema } from './schema.ts';

export function inboxTable(tx: Transaction<Schema>): Inbox {
  return {
    async accept(key, kind, at) {
      const inserted = await tx
        .insertInto('inbox')
        .values({ key, kind, accepted_at: at, answered_at: null })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning('key')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    async answered(key, at) {
      await tx
        .updateTable('inbox')
        .set({ answered_at: at })
        .where('key', '=', key)
        .where('answered_at', 'is', null)
        .execute();
    },
    async isAnswered(key) {
      const row = await tx
        .selectFrom('inbox')
        .select('answered_at')
        .where('key', '=', key)
        .executeTakeFirst();
      return row !== undefined && row.answered_at !== null;
    },
  };
}
