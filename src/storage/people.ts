import type { Transaction } from 'kysely';
import type { HomesOf } from '../domain/home.ts';
import type { People } from '../usecases/ports/people.ts';
import { prepared } from './prepared.ts';
import type { PeopleTable, Schema } from './schema.ts';

const localeOf = prepared(
  (tx: Transaction<Schema>, person: { teamId: string; userId: string; since: number }) =>
    tx
      .selectFrom('people')
      .select('locale')
      .where('team_id', '=', person.teamId)
      .where('user_id', '=', person.userId)
      .where('seen_at', '>=', person.since),
);

const homeOf = prepared((tx: Transaction<Schema>, person: { teamId: string; userId: string }) =>
  tx
    .selectFrom('people')
    .select('home_fingerprint as fingerprint')
    .where('team_id', '=', person.teamId)
    .where('user_id', '=', person.userId)
    .where('home_opened_at', 'is not', null),
);

export function peopleTable(tx: Transaction<Schema>): People {
  const change = async (teamId: string, userId: string, columns: Partial<PeopleTable>) => {
    await tx
      .updateTable('people')
      .set(columns)
      .where('team_id', '=', teamId)
      .where('user_id', '=', userId)
      .execute();
  };

  return {
    locale: async (teamId, userId, since) => (await localeOf(tx, { teamId, userId, since })).rows[0]?.locale,
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
        .values({ ...notMet(teamId, userId), reminders })
        .onConflict((conflict) => conflict.columns(['team_id', 'user_id']).doUpdateSet({ reminders }))
        .execute();
    },
    async home(teamId, userId) {
      return (await homeOf(tx, { teamId, userId })).rows[0];
    },
    async openHome(teamId, userId, at) {
      await tx
        .insertInto('people')
        .values({ ...notMet(teamId, userId), home_opened_at: at })
        .onConflict((conflict) =>
          conflict.columns(['team_id', 'user_id']).doUpdateSet({ home_opened_at: at }),
        )
        .execute();
    },
    homeShows: (teamId, userId, fingerprint) => change(teamId, userId, { home_fingerprint: fingerprint }),
    async withHome(of, { limit, after = '' }) {
      const rows = await homesOf(tx, of)
        .select('user_id')
        .where('user_id', '>', after)
        .orderBy('user_id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.user_id);
    },
    closeHome: (teamId, userId) => change(teamId, userId, { home_opened_at: null, home_fingerprint: null }),
    async forget(teamId) {
      await tx.deleteFrom('people').where('team_id', '=', teamId).execute();
    },
    async remember({ teamId, userId, locale }, at) {
      await tx
        .insertInto('people')
        .values({ ...notMet(teamId, userId), locale, seen_at: at })
        .onConflict((conflict) =>
          conflict.columns(['team_id', 'user_id']).doUpdateSet({ locale, seen_at: at }),
        )
        .execute();
    },
  };
}

function homesOf(tx: Transaction<Schema>, { teamId, hostsIn }: HomesOf) {
  const homes = tx
    .selectFrom('people')
    .where('people.team_id', '=', teamId)
    .where('home_opened_at', 'is not', null);
  if (hostsIn === undefined) return homes;
  return homes.where(({ exists, selectFrom }) => {
    const theirs = selectFrom('rooms')
      .select('room_key')
      .where('rooms.team_id', '=', teamId)
      .whereRef('rooms.host_user_id', '=', 'people.user_id');
    return exists(hostsIn === 'anywhere' ? theirs : theirs.where('rooms.channel_id', '=', hostsIn.channelId));
  });
}

/** Seen never: the language is asked for when it is needed. */
function notMet(teamId: string, userId: string): PeopleTable {
  return {
    team_id: teamId,
    user_id: userId,
    locale: 'en-US',
    seen_at: 0,
    reminders: 1,
    home_opened_at: null,
    home_fingerprint: null,
  };
}
