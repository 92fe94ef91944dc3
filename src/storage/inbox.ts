import type { Transaction } from 'kysely';
import type { Inbox } from '../usecases/ports/inbox.ts';
import { prepared } from './prepared.ts';
import type { InboxTable, Schema } from './schema.ts';

const insertOnce = prepared((tx: Transaction<Schema>, row: InboxTable) =>
  tx
    .insertInto('inbox')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing()),
);

export function inboxTable(tx: Transaction<Schema>): Inbox {
  return {
    async accept(key, kind, at) {
      const { numAffectedRows } = await insertOnce(tx, { key, kind, accepted_at: at, answered_at: null });
      return numAffectedRows === 1n;
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
