import type { Transaction } from 'kysely';
import type { Pauses } from '../usecases/ports.ts';
import type { Schema } from './schema.ts';

export function pausesTable(tx: Transaction<Schema>): Pauses {
  return {
    async take(key, now, intervalMs) {
      const taken = await tx
        .insertInto('pauses')
        .values({ key, until: now + intervalMs })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ until: now + intervalMs })
            .where('pauses.until', '<=', now),
        )
        .returning('key')
        .executeTakeFirst();
      if (taken !== undefined) return 0;
      const row = await tx
        .selectFrom('pauses')
        .select('until')
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      return row.until;
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
  };
}
