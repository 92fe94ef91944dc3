import { type SqlBool, sql, type Transaction } from 'kysely';
import type { RecordingCursor } from '../domain/recordings-list.ts';
import type { Page } from '../usecases/ports/page.ts';
import type { RecordingFilter, RecordingOfRoom } from '../usecases/ports/recordings.ts';
import { type RecordingRow, toRecording } from './recording-row.ts';
import { toRoom } from './room-row.ts';
import type { Schema } from './schema.ts';

/**
 * Neither deleted nor gone, newest first. Both the rooms made in a channel and the rooms whose messages go there count:
 * for rooms made between people these are two places.
 */
export async function listRecordings(
  tx: Transaction<Schema>,
  filter: RecordingFilter,
  page: Page<RecordingCursor>,
): Promise<RecordingOfRoom[]> {
  const { channelId } = filter;
  const made = await pageOf(tx, filter, page).where('channel_id', '=', channelId).execute();
  const posted = await pageOf(tx, filter, page)
    .where('post_channel_id', '=', channelId)
    .whereRef('channel_id', '<>', 'post_channel_id')
    .execute();
  const rows = [...made, ...posted].toSorted(newestFirst);
  return withRooms(tx, page.before === undefined ? rows.slice(0, page.limit) : rows.slice(-page.limit));
}

/** Newest first, but a page that ends before a row begins there. */
function pageOf(tx: Transaction<Schema>, filter: RecordingFilter, page: Page<RecordingCursor>) {
  const direction = page.before === undefined ? 'desc' : 'asc';
  const { limit, after, before } = page;
  const { teamId, roomKey, sessionId, text, hostUserId, from, to } = filter;
  const conditions = [
    // Written out: SQLite matches it with the index's own condition, which holds no parameters.
    sql<SqlBool>`state not in ('deleted', 'gone')`,
    ...(roomKey === undefined ? [] : [sql<SqlBool>`room_key = ${roomKey}`]),
    ...(sessionId === undefined ? [] : [sql<SqlBool>`session_id = ${sessionId}`]),
    ...(from === undefined ? [] : [sql<SqlBool>`created_at >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`created_at < ${to}`]),
    ...(text === undefined ? [] : [ofRoom(sql`rooms.folded_title like ${containing(text)} escape '\\'`)]),
    ...(hostUserId === undefined ? [] : [ofRoom(sql`rooms.host_user_id = ${hostUserId}`)]),
    ...(after === undefined ? [] : [sql<SqlBool>`(created_at, recording_id) < ${place(after)}`]),
    ...(before === undefined ? [] : [sql<SqlBool>`(created_at, recording_id) > ${place(before)}`]),
  ];
  return tx
    .selectFrom('recordings')
    .selectAll()
    .where('team_id', '=', teamId)
    .where((e) => e.and(conditions))
    .orderBy('created_at', direction)
    .orderBy('recording_id', direction)
    .limit(limit);
}

const place = ({ createdAt, recordingId }: RecordingCursor) => sql`(${createdAt}, ${recordingId})`;

function ofRoom(condition: ReturnType<typeof sql>) {
  return sql<SqlBool>`exists (select 1 from rooms where rooms.room_key = recordings.room_key and ${condition})`;
}

const containing = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

function newestFirst(one: RecordingRow, other: RecordingRow): number {
  return other.created_at - one.created_at || (one.recording_id < other.recording_id ? 1 : -1);
}

/** Adds to each recording its room. */
export async function withRooms(
  tx: Transaction<Schema>,
  rows: readonly RecordingRow[],
): Promise<RecordingOfRoom[]> {
  const keys = [...new Set(rows.flatMap(({ room_key }) => (room_key === null ? [] : [room_key])))];
  if (keys.length === 0) return [];
  const rooms = await tx.selectFrom('rooms').selectAll().where('room_key', 'in', keys).execute();
  const roomOf = new Map(rooms.map((row) => [row.room_key, toRoom(row)]));
  return rows.flatMap((row) => {
    const room = roomOf.get(row.room_key ?? '');
    return room === undefined ? [] : [{ recording: toRecording(row), room }];
  });
}
