import type { Transaction } from 'kysely';
import type { People } from '../usecases/ports.ts';
import { prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

const localeOf = prepared(
  (tx: Transaction<Schema>, person: { teamId: string; userId: string; since: number }) =>
    tx
      .selectFrom('people')
      .select('locale')
      .where('team_id', '=', person.teamId)
      .where('user_id', '=', person.userId)
      .where('seen_at', '>=', person.since),
);

export function peopleTable(tx: Transaction<Schema>): People {
  return {
    locale: async (teamId, userId, since) => (await localeOf(tx, { teamId, userId, since }))[0]?.locale,
    async wantsReminders(teamId, userId) {
      const row = await tx
        .selectFrom('people')
        .select('reminders')
        .where('team_id', '=', teamId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row?.reminders !== 0;
    },
    async setReminders(teamId, userId, wanted) {
      const reminders = wanted ? 1 : 0;
      await tx
        .insertInto('people')
        // Seen never: the language is asked for when it is needed.
        .values({ team_id: teamId, user_id: userId, locale: 'en-US', seen_at: 0, reminders })
        .onConflict((conflict) => conflict.columns(['team_id', 'user_id']).doUpdateSet({ reminders }))
        .execute();
    },
    async forget(teamId) {
      await tx.deleteFrom('people').where('team_id', '=', teamId).execute();
    },
    async remember({ teamId, userId, locale }, at) {
      await tx
        .insertInto('people')
        .values({ team_id: teamId, user_id: userId, locale, seen_at: at, reminders: 1 })
        .onConflict((conflict) =>
          conflict.columns(['team_id', 'user_id']).doUpdateSet({ locale, seen_at: at }),
        )
        .execute();
    },
  };
}
