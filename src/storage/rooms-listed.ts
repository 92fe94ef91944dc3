import { type SqlBool, sql, type Transaction } from 'kysely';
import type { RoomCursor } from '../domain/room-list.ts';
import type { Page } from '../usecases/ports/page.ts';
import type { ChannelPlace } from '../usecases/ports/rooms.ts';
import { prepared } from './prepared.ts';
import { ROOM_COLUMNS, type RoomRow } from './room-row.ts';
import type { Schema } from './schema.ts';

/** Written out, both of them: the index is found by the same words. */
const IS_OPEN = sql<number>`(case state when 'open' then 1 else 0 end)`;
const IS_LISTED = sql<SqlBool>`state in ('open', 'expired')`;

/** A channel's rooms, open ones first, each part newest first; those that never came to be are left out. */
export async function listRooms(
  tx: Transaction<Schema>,
  { teamId, channelId }: ChannelPlace,
  { limit, after, before }: Page<RoomCursor>,
): Promise<RoomRow[]> {
  const direction = before === undefined ? 'desc' : 'asc';
  const from = [
    ...(after === undefined ? [] : [sql<SqlBool>`(${IS_OPEN}, created_at, room_key) < ${place(after)}`]),
    ...(before === undefined ? [] : [sql<SqlBool>`(${IS_OPEN}, created_at, room_key) > ${place(before)}`]),
  ];
  const rows = await tx
    .selectFrom('rooms')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('channel_id', '=', channelId)
    .where(IS_LISTED)
    .where((e) => e.and(from))
    .orderBy(IS_OPEN, direction)
    .orderBy('created_at', direction)
    .orderBy('room_key', direction)
    .limit(limit)
    .execute();
  return before === undefined ? rows : rows.toReversed();
}

const place = ({ isOpen, createdAt, roomKey }: RoomCursor) =>
  sql`(${isOpen ? 1 : 0}, ${createdAt}, ${roomKey})`;

interface Unfinished {
  readonly place: ChannelPlace;
  /** Whose failed rooms, and since when. */
  readonly asked: { readonly by: string; readonly since: number };
  readonly limit: number;
}

/** A channel's rooms in the making, and those of one person's that could not be made; newest first. */
export async function unfinishedRooms(
  tx: Transaction<Schema>,
  { place: { teamId, channelId }, asked, limit }: Unfinished,
): Promise<RoomRow[]> {
  const there = () =>
    tx
      .selectFrom('rooms')
      .selectAll()
      .where('team_id', '=', teamId)
      .where('channel_id', '=', channelId)
      .orderBy('created_at', 'desc')
      .limit(limit);
  // Written out: SQLite matches it with the index's own condition, which holds no parameters.
  const making = await there().where(sql<SqlBool>`state = 'making'`).execute();
  const failed = await there()
    .where('made_by', '=', asked.by)
    .where('created_at', '>=', asked.since)
    .where(sql<SqlBool>`state = 'failed'`)
    .execute();
  return [...making, ...failed].toSorted((one, other) => other.created_at - one.created_at).slice(0, limit);
}

/** The open rooms of a channel in which somebody is. */
export const roomsInSession = prepared((tx: Transaction<Schema>, { teamId, channelId }: ChannelPlace) =>
  tx
    .selectFrom('rooms')
    .select(ROOM_COLUMNS)
    .where('team_id', '=', teamId)
    .where('channel_id', '=', channelId)
    .where(sql<SqlBool>`(case state when 'open' then 1 else 0 end) = 1`)
    .where(IS_LISTED)
    // Counted, as SQLite makes a join of `exists`, and plans a join anew at every run.
    .where(
      (room) =>
        room
          .selectFrom('sessions')
          .select((e) => e.fn.countAll<number>().as('sessions'))
          .whereRef('sessions.room_key', '=', 'rooms.room_key')
          .where('ended_at', 'is', null)
          .where('empty_since', 'is', null),
      '>',
      0,
    ),
);
