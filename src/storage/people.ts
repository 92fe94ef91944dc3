import type { Transaction } from 'kysely';
import type { People } from '../usecases/ports.ts';
import type { Schema } from './schema.ts';

export function peopleTable(tx: Transaction<Schema>): People {
  return {
    async locale(teamId, userId, since) {
      const row = await tx
        .selectFrom('people')
        .select('locale')
        .where('team_id', '=', teamId)
        .where('user_id', '=', userId)
        .where('seen_at', '>=', since)
        .executeTakeFirst();
      return row?.locale;
    },
    async forget(teamId) {
      await tx.deleteFrom('people').where('team_id', '=', teamId).execute();
    },
    async remember({ teamId, userId, locale }, at) {
      await tx
        .insertInto('people')
        .values({ team_id: teamId, user_id: userId, locale, seen_at: at })
        .onConflict((conflict) =>
          conflict.columns(['team_id', 'user_id']).doUpdateSet({ locale, seen_at: at }),
        )
        .execute();
    },
  };
}
