import type { Selectable, Transaction } from 'kysely';
import type { Recording } from '../domain/recording.ts';
import type { Recordings } from '../usecases/ports.ts';
import { type RoomRow, toRoom } from './room-row.ts';
import type { RecordingsTable, Schema } from './schema.ts';

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
          recording_id: recording.recordingId,
          session_id: recording.sessionId,
          provider: recording.provider,
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
        .set({ room_key: roomKey })
        .where('session_id', '=', sessionId)
        .where('room_key', 'is', null)
        .returning('recording_id')
        .execute();
      return rows.map((row) => row.recording_id);
    },
    async ofSession(sessionId) {
      const rows = await tx
        .selectFrom('recordings')
        .selectAll()
        .where('session_id', '=', sessionId)
        .orderBy('started_at')
        .orderBy('recording_id')
        .execute();
      return rows.map(toRecording);
    },
    async list(filter, limit) {
      const rows = await tx
        .selectFrom('recordings')
        .innerJoin('rooms', 'rooms.room_key', 'recordings.room_key')
        .selectAll('rooms')
        .select([
          'recordings.recording_id',
          'recordings.session_id',
          'recordings.state as recording_state',
          'recordings.started_at',
          'recordings.ended_at',
          'recordings.duration_seconds',
          'recordings.confirmed_at',
          'recordings.adopted',
          'recordings.created_at as recorded_at',
        ])
        .where('recordings.state', 'not in', ['deleted', 'gone'])
        .where('rooms.team_id', '=', filter.teamId)
        .where((e) =>
          e.or([
            e('rooms.channel_id', '=', filter.channelId),
            e('rooms.post_channel_id', '=', filter.channelId),
          ]),
        )
        .$if(filter.roomKey !== undefined, (q) => q.where('rooms.room_key', '=', filter.roomKey ?? ''))
        .orderBy('recordings.created_at', 'desc')
        .orderBy('recordings.recording_id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        room: toRoom(row as RoomRow),
        recording: toRecording({
          ...row,
          state: row.recording_state,
          created_at: row.recorded_at,
          deleted_by: null,
          removed_at: null,
        }),
      }));
    },
  };
}

function toColumns(
  recording: Recording,
): Omit<RecordingsTable, 'recording_id' | 'session_id' | 'provider' | 'created_at'> {
  return {
    room_key: recording.roomKey,
    state: recording.state,
    started_at: recording.startedAt,
    ended_at: recording.endedAt,
    duration_seconds: recording.durationSeconds,
    confirmed_at: recording.confirmedAt,
    deleted_by: recording.deletedBy,
    removed_at: recording.removedAt,
    adopted: recording.adopted ? 1 : 0,
  };
}

function toRecording(row: Selectable<RecordingsTable>): Recording {
  return {
    recordingId: row.recording_id,
    sessionId: row.session_id,
    provider: row.provider,
    roomKey: row.room_key,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
    confirmedAt: row.confirmed_at,
    deletedBy: row.deleted_by,
    removedAt: row.removed_at,
    adopted: row.adopted === 1,
    createdAt: row.created_at,
  };
}
