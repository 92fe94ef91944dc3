import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** How far each provider's list of rooms has been read. */
export function roomLists(tx: Transaction<Schema>) {
  return {
    async startOf(provider: string): Promise<number | null> {
      const list = await tx
        .selectFrom('room_lists')
        .select('next_start')
        .where('provider', '=', provider)
        .executeTakeFirst();
      return list?.next_start ?? null;
    },
    async listedUpTo(provider: string, start: number): Promise<void> {
      await tx
        .insertInto('room_lists')
        .values({ provider, next_start: start })
        .onConflict((conflict) =>
          conflict
            .column('provider')
            .doUpdateSet({ next_start: start })
            .where('room_lists.next_start', '<', start),
        )
        .execute();
    },
  };
}
