import type { Transaction } from 'kysely';
import type { Room } from '../domain/room.ts';
import type { Rooms, TitledPlace } from '../usecases/ports.ts';
import { type RoomRow, toRoom, toRow } from './room-row.ts';
import type { RoomsTable, Schema } from './schema.ts';

/** How long a room stays open after its last session. Source: contract §6, instant rooms and `expire_after_use`. */
const AFTER_USE_MS = 10 * 60_000;

export function roomsTable(tx: Transaction<Schema>): Rooms {
  const rows = () => tx.selectFrom('rooms').selectAll();
  const change = async (roomKey: string, from: readonly Room['state'][], to: Partial<RoomsTable>) => {
    const result = await tx
      .updateTable('rooms')
      .set(to)
      .where('room_key', '=', roomKey)
      .where('state', 'in', from)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  };

  return {
    async insert(room, twin) {
      const inserted = await tx
        .insertInto('rooms')
        .values(toRow(room, twin))
        .onConflict((conflict) => conflict.doNothing())
        .returning('room_key')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    find: async (roomKey) => known(await rows().where('room_key', '=', roomKey).executeTakeFirst()),
    findByToken: async (hash) => known(await rows().where('token_hash', '=', hash).executeTakeFirst()),
    findByProviderId: async (provider, id) =>
      known(
        await rows().where('provider', '=', provider).where('provider_room_id', '=', id).executeTakeFirst(),
      ),
    findLive: async (place) =>
      known(await liveAt(tx, place).selectAll().orderBy('twin', 'desc').limit(1).executeTakeFirst()),
    async nextTwin(place) {
      const last = await liveAt(tx, place)
        .select((e) => e.fn.max('twin').as('twin'))
        .executeTakeFirst();
      return last?.twin == null ? 0 : Number(last.twin) + 1;
    },
    async countMadeBy(teamId, userId, since) {
      const counted = await tx
        .selectFrom('rooms')
        .select((e) => e.fn.countAll<number>().as('rooms'))
        .where('team_id', '=', teamId)
        .where('host_user_id', '=', userId)
        .where('created_at', '>', since)
        .executeTakeFirstOrThrow();
      return counted.rooms;
    },
    async countLive(teamId) {
      const counted = await tx
        .selectFrom('rooms')
        .select((e) => e.fn.countAll<number>().as('rooms'))
        .where('team_id', '=', teamId)
        .where('state', 'in', ['making', 'open'])
        .executeTakeFirstOrThrow();
      return counted.rooms;
    },
    async settle(roomKey, facts) {
      await tx
        .updateTable('rooms')
        .set({
          post_channel_id: facts.postChannelId,
          locale: facts.locale,
          time_zone: facts.timeZone,
          host_name: facts.hostName,
          expires_at: facts.expiresAt,
        })
        .where('room_key', '=', roomKey)
        .execute();
    },
    async beginCreate(roomKey, at, tokenHash) {
      await change(roomKey, ['making'], { create_began_at: at, token_hash: tokenHash });
    },
    async forgetCreate(roomKey) {
      await change(roomKey, ['making'], { create_began_at: null, token_hash: null });
    },
    open: (roomKey, made) =>
      change(roomKey, ['making'], {
        state: 'open',
        provider_room_id: made.providerRoomId,
        join_url: made.guestUrl,
        expires_at: made.expiresAt,
      }),
    fail: (roomKey) => change(roomKey, ['making'], { state: 'failed' }),
    async retry(roomKey, hostUserId) {
      const room = await rows()
        .where('room_key', '=', roomKey)
        .where('host_user_id', '=', hostUserId)
        .where('state', '=', 'failed')
        .executeTakeFirst();
      if (room === undefined) return false;
      const rival = await liveAt(tx, {
        teamId: room.team_id,
        channelId: room.channel_id,
        foldedTitle: room.folded_title,
      })
        .select('room_key')
        .where('twin', '=', room.twin)
        .executeTakeFirst();
      if (rival !== undefined) return false;
      return change(roomKey, ['failed'], { state: 'making', create_began_at: null, token_hash: null });
    },
    expire: (roomKey) => change(roomKey, ['open'], { state: 'expired' }),
    async drop(roomKey) {
      await tx.deleteFrom('rooms').where('room_key', '=', roomKey).where('state', '=', 'making').execute();
    },
    async overdue(now, limit) {
      const found = await rows()
        .where('state', '=', 'open')
        .where('expires_at', '<=', now)
        .where((e) =>
          e.not(
            e.exists(
              e
                .selectFrom('sessions')
                .select('session_id')
                .whereRef('sessions.room_key', '=', 'rooms.room_key')
                .where((s) => s.or([s('ended_at', 'is', null), s('ended_at', '>', now - AFTER_USE_MS)])),
            ),
          ),
        )
        .orderBy('expires_at')
        .limit(limit)
        .execute();
      return found.map(toRoom);
    },
  };
}

function liveAt(tx: Transaction<Schema>, place: TitledPlace) {
  return tx
    .selectFrom('rooms')
    .where('team_id', '=', place.teamId)
    .where('channel_id', '=', place.channelId)
    .where('folded_title', '=', place.foldedTitle)
    .where('state', 'in', ['making', 'open']);
}

const known = (row: RoomRow | undefined): Room | undefined => (row === undefined ? undefined : toRoom(row));
