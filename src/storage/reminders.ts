import { type SqlBool, sql, type Transaction } from 'kysely';
import type { Reminders, RemindersDue } from '../usecases/ports/reminders.ts';
import { withRooms } from './recording-lists.ts';
import type { Schema } from './schema.ts';

export function remindersTable(tx: Transaction<Schema>): Reminders {
  return {
    async hostsDue(due, limit) {
      const rows = await tx
        .selectFrom('recordings')
        .innerJoin('rooms', 'rooms.room_key', 'recordings.room_key')
        .select(['rooms.team_id as teamId', 'rooms.host_user_id as userId'])
        .select((e) => e.fn.max('rooms.time_zone').as('timeZone'))
        .where(isDue(due))
        .groupBy(['rooms.team_id', 'rooms.host_user_id'])
        .orderBy('rooms.team_id')
        .orderBy('rooms.host_user_id')
        .limit(limit)
        .execute();
      return rows;
    },
    async dueOf({ teamId, userId }, due, limit) {
      const rows = await tx
        .selectFrom('recordings')
        .innerJoin('rooms', 'rooms.room_key', 'recordings.room_key')
        .selectAll('recordings')
        .where('rooms.team_id', '=', teamId)
        .where('rooms.host_user_id', '=', userId)
        .where(isDue(due))
        .orderBy('recordings.ended_at')
        .orderBy('recordings.recording_id')
        .limit(limit)
        .execute();
      return withRooms(tx, rows);
    },
    async settle(recordingId, count) {
      await tx
        .updateTable('recordings')
        .set({ reminders_sent: count })
        .where('recording_id', '=', recordingId)
        .where('reminders_sent', '<', count)
        .execute();
    },
    async add(subject, recordingIds) {
      if (recordingIds.length === 0) return;
      await tx
        .insertInto('reminders')
        .values(recordingIds.map((recordingId) => ({ recording_id: recordingId, subject })))
        .onConflict((conflict) => conflict.columns(['recording_id', 'subject']).doNothing())
        .execute();
    },
    async recordingsOf(subject) {
      const rows = await tx
        .selectFrom('reminders')
        .innerJoin('recordings', 'recordings.recording_id', 'reminders.recording_id')
        .selectAll('recordings')
        .where('reminders.subject', '=', subject)
        .orderBy('recordings.ended_at')
        .orderBy('recordings.recording_id')
        .execute();
      return withRooms(tx, rows);
    },
    async subjectsOf(recordingId) {
      const rows = await tx
        .selectFrom('reminders')
        .select('subject')
        .where('recording_id', '=', recordingId)
        .orderBy('subject')
        .execute();
      return rows.map(({ subject }) => subject);
    },
  };
}

/** The first line is written out: SQLite matches it with the index's own condition, which holds no parameters. */
function isDue({ provider, first, second, gone }: RemindersDue) {
  return sql<SqlBool>`recordings.state = 'uploaded' and recordings.confirmed_at is not null and reminders_sent < 2
    and recordings.provider = ${provider} and recordings.ended_at > ${gone} and recordings.ended_at <= ${first}
    and (reminders_sent = 0 or recordings.ended_at <= ${second})`;
}
