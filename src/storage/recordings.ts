import { sql, type Transaction } from 'kysely';
import type { Recording } from '../domain/recording.ts';
import type { Recordings } from '../usecases/ports/recordings.ts';
import { listRecordings } from './recording-lists.ts';
import { toRecording } from './recording-row.ts';
import type { Schema } from './schema.ts';

export function recordingsTable(tx: Transaction<Schema>): Recordings {
  return {
    async find(recordingId) {
      const row = await tx
        .selectFrom('recordings')
        .selectAll()
        .where('recording_id', '=', recordingId)
        .executeTakeFirst();
      return row === undefined ? undefined : toRecording(row);
    },
    async insert(recording) {
      const inserted = await tx
        .insertInto('recordings')
        .values({
          ...toColumns(recording),
          ...placeOf(recording.roomKey),
          recording_id: recording.recordingId,
          session_id: recording.sessionId,
          provider: recording.provider,
          reminders_sent: 0,
          created_at: recording.createdAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('recording_id')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    async advance(recording, to) {
      const result = await tx
        .updateTable('recordings')
        .set(toColumns({ ...recording, ...to }))
        .where('recording_id', '=', recording.recordingId)
        .where('state', '=', recording.state)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async drop(recordingId) {
      await tx.deleteFrom('recordings').where('recording_id', '=', recordingId).execute();
    },
    async claimOfSession(sessionId, roomKey) {
      const rows = await tx
        .updateTable('recordings')
        .set({ room_key: roomKey, ...placeOf(roomKey) })
        .where('session_id', '=', sessionId)
        .where('room_key', 'is', null)
        .returning('recording_id')
        .execute();
      return rows.map((row) => row.recording_id);
    },
    ofSession: (sessionId) => ofSessions(tx, [sessionId]),
    ofSessions: (sessionIds) => ofSessions(tx, sessionIds),
    list: (filter, page) => listRecordings(tx, filter, page),
  };
}

async function ofSessions(tx: Transaction<Schema>, sessionIds: readonly string[]): Promise<Recording[]> {
  if (sessionIds.length === 0) return [];
  const rows = await tx
    .selectFrom('recordings')
    .selectAll()
    .where('session_id', 'in', sessionIds)
    .orderBy('started_at')
    .orderBy('recording_id')
    .execute();
  return rows.map(toRecording);
}

/** Where the recordings of a room are listed. */
function placeOf(roomKey: string | null) {
  const column = (name: 'team_id' | 'channel_id' | 'post_channel_id') =>
    sql<string | null>`(select ${sql.ref(name)} from rooms where room_key = ${roomKey})`;
  return {
    team_id: column('team_id'),
    channel_id: column('channel_id'),
    post_channel_id: column('post_channel_id'),
  };
}

function toColumns(recording: Recording) {
  return {
    room_key: recording.roomKey,
    state: recording.state,
    started_at: recording.startedAt,
    ended_at: recording.endedAt,
    duration_seconds: recording.durationSeconds,
    confirmed_at: recording.confirmedAt,
    failure: recording.failure,
    deleted_by: recording.deletedBy,
    removed_at: recording.removedAt,
    adopted: recording.adopted ? 1 : 0,
  };
}
