import type { Selectable } from 'kysely';
import type { Recording } from '../domain/recording.ts';
import type { RecordingsTable } from './schema.ts';

export type RecordingRow = Selectable<RecordingsTable>;

export function toRecording(row: RecordingRow): Recording {
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
    failure: row.failure,
    deletedBy: row.deleted_by,
    removedAt: row.removed_at,
    adopted: row.adopted === 1,
    createdAt: row.created_at,
  };
}
