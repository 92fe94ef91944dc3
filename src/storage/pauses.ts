import type { Transaction } from 'kysely';
import type { Pauses } from '../usecases/ports/pauses.ts';
import type { Schema } from './schema.ts';

export function pausesTable(tx: Transaction<Schema>): Pauses {
  return {
    async lock(keys) {
      // The update changes nothing, but it locks, and what is not there yet can be locked as well.
      const rows = await tx
        .insertInto('pauses')
        .values(keys.map((key) => ({ key, until: 0 })))
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((e) => ({ until: e.ref('pauses.until') })),
        )
        .returning(['key', 'until'])
        .execute();
      const until = new Map(rows.map((row) => [row.key, row.until]));
      return keys.map((key) => until.get(key) ?? 0);
    },
    async hold(key, until) {
      await tx
        .insertInto('pauses')
        .values({ key, until })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({ until }).where('pauses.until', '<', until),
        )
        .execute();
    },
    async forget(keys) {
      await tx.deleteFrom('pauses').where('key', 'in', keys).execute();
    },
  };
}
