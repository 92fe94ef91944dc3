import { sql, type Transaction } from 'kysely';
import type { Room } from '../domain/room.ts';
import type { Rooms, TitledPlace } from '../usecases/ports/rooms.ts';
import { prepared } from './prepared.ts';
import { type ReadRoom, ROOM_COLUMNS, toRoom } from './room-row.ts';
import { roomsInSession } from './rooms-listed.ts';
import type { Schema } from './schema.ts';

/** Written out: SQLite matches it with the index's own condition, which holds no parameters. */
const IS_LIVE = sql<boolean>`state in ('making', 'open')`;

const allLive = prepared((tx: Transaction<Schema>, place: TitledPlace) =>
  liveAt(tx, place).select(ROOM_COLUMNS),
);

const countLiveOf = prepared((tx: Transaction<Schema>, { teamId }: { teamId: string }) =>
  tx
    .selectFrom('rooms')
    .select((e) => e.fn.countAll<number>().as('rooms'))
    .where('team_id', '=', teamId)
    .where(IS_LIVE),
);

/** Rooms being made or open: the ones that have a title to themselves, and count. */
export function liveRooms(
  tx: Transaction<Schema>,
): Pick<Rooms, 'findLive' | 'inSession' | 'nextTwin' | 'countLive' | 'countAllLive'> {
  return {
    findLive: async (place) => known(newestBy('twin', (await allLive(tx, place)).rows)),
    inSession: async ({ teamId, channelId }) =>
      known(newestBy('created_at', (await roomsInSession(tx, { teamId, channelId })).rows)),
    async nextTwin(place) {
      const last = await liveAt(tx, place)
        .select((e) => e.fn.max('twin').as('twin'))
        .executeTakeFirst();
      return last?.twin == null ? 0 : Number(last.twin) + 1;
    },
    countLive: async (teamId) => (await countLiveOf(tx, { teamId })).rows[0]?.rooms ?? 0,
    async countAllLive() {
      const rows = await tx
        .selectFrom('rooms')
        .select((e) => e.fn.countAll<number>().as('rooms'))
        .where(IS_LIVE)
        .groupBy('team_id')
        .execute();
      const teams = rows.map(({ rooms }) => rooms);
      return { all: teams.reduce((sum, rooms) => sum + rooms, 0), ofFullestTeam: Math.max(0, ...teams) };
    },
  };
}

export function liveAt(tx: Transaction<Schema>, place: TitledPlace) {
  return tx
    .selectFrom('rooms')
    .where('team_id', '=', place.teamId)
    .where('channel_id', '=', place.channelId)
    .where('folded_title', '=', place.foldedTitle)
    .where(IS_LIVE);
}

/** Of the few rows that a {@link prepared} statement may not sort. */
function newestBy(column: 'twin' | 'created_at', rows: readonly ReadRoom[]): ReadRoom | undefined {
  return rows.reduce<ReadRoom | undefined>(
    (newest, row) => (newest === undefined || row[column] > newest[column] ? row : newest),
    undefined,
  );
}

const known = (row: ReadRoom | undefined): Room | undefined => (row === undefined ? undefined : toRoom(row));
