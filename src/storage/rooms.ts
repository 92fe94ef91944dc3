import type { Transaction } from 'kysely';
import type { Room } from '../domain/room.ts';
import type { RoomClosing } from '../usecases/ports/meetings.ts';
import type { Rooms } from '../usecases/ports/rooms.ts';
import { liveAt, liveRooms } from './live-rooms.ts';
import { overdueRooms } from './overdue-rooms.ts';
import { prepared } from './prepared.ts';
import { roomLists } from './room-lists.ts';
import { roomRefusals } from './room-refusals.ts';
import { type ReadRoom, ROOM_COLUMNS, type RoomRow, toRoom, toRow } from './room-row.ts';
import { roomSurfaces } from './room-surfaces.ts';
import { listRooms, unfinishedRooms } from './rooms-listed.ts';
import type { RoomsTable, Schema } from './schema.ts';
import { stuckRooms } from './stuck-rooms.ts';

const insertUnlessLive = prepared((tx: Transaction<Schema>, row: RoomRow) =>
  tx
    .insertInto('rooms')
    .values(row)
    .onConflict((conflict) => conflict.doNothing()),
);

const byToken = prepared((tx: Transaction<Schema>, { hash }: { hash: string }) =>
  tx.selectFrom('rooms').select(ROOM_COLUMNS).where('token_hash', '=', hash),
);

const byKey = prepared((tx: Transaction<Schema>, { roomKey }: { roomKey: string }) =>
  tx.selectFrom('rooms').select(ROOM_COLUMNS).where('room_key', '=', roomKey),
);

const countMadeBy = prepared(
  (tx: Transaction<Schema>, made: { teamId: string; userId: string; since: number }) =>
    tx
      .selectFrom('rooms')
      .select((e) => e.fn.countAll<number>().as('rooms'))
      .where('team_id', '=', made.teamId)
      .where('made_by', '=', made.userId)
      .where('created_at', '>', made.since)
      .where('state', '<>', 'failed'),
);

export function roomsTable(tx: Transaction<Schema>): Rooms {
  const lists = roomLists(tx);
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
    ...liveRooms(tx),
    ...roomRefusals(tx),
    ...roomSurfaces(tx),
    async insert(room, twin) {
      const { numAffectedRows } = await insertUnlessLive(tx, toRow(room, twin));
      return numAffectedRows === 1n;
    },
    find: async (roomKey) => known((await byKey(tx, { roomKey })).rows[0]),
    findByToken: async (hash) => known((await byToken(tx, { hash })).rows[0]),
    findByProviderId: async (provider, id) =>
      known(
        await rows().where('provider', '=', provider).where('provider_room_id', '=', id).executeTakeFirst(),
      ),
    list: async (place, page) => (await listRooms(tx, place, page)).map(toRoom),
    unfinished: async (place, asked, limit) =>
      (await unfinishedRooms(tx, { place, asked, limit })).map(toRoom),
    countMadeBy: async (teamId, userId, since) =>
      (await countMadeBy(tx, { teamId, userId, since })).rows[0]?.rooms ?? 0,
    async settle(roomKey, facts) {
      await tx
        .updateTable('rooms')
        .set({
          post_channel_id: facts.postChannelId,
          recording: facts.recording,
          host_only: facts.hostOnly ? 1 : 0,
          locale: facts.locale,
          time_zone: facts.timeZone,
          host_name: facts.hostName,
          expires_at: facts.expiresAt,
        })
        .where('room_key', '=', roomKey)
        .execute();
    },
    async beginCreate(roomKey, at, tokenHash) {
      const room = await rows().where('room_key', '=', roomKey).executeTakeFirst();
      const from = room === undefined ? null : await lists.startOf(room.provider);
      await change(roomKey, ['making'], { create_began_at: at, token_hash: tokenHash, list_from: from });
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
    fail: (roomKey, failure) => change(roomKey, ['making'], { state: 'failed', failure }),
    async retry(roomKey, userId, now) {
      const room = await rows()
        .where('room_key', '=', roomKey)
        .where('made_by', '=', userId)
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
      return change(roomKey, ['failed'], { state: 'making', making_since: now, failure: null });
    },
    reschedule: (roomKey, closing, before) => reschedule(tx, { roomKey, closing, before }),
    async handOver(roomKey, { userId, name, locale, timeZone }) {
      const result = await tx
        .updateTable('rooms')
        .set({ host_user_id: userId, host_name: name, locale, time_zone: timeZone })
        .where('room_key', '=', roomKey)
        .where('state', '=', 'open')
        .where('host_user_id', '<>', userId)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    expire: (roomKey) => change(roomKey, ['open'], { state: 'expired' }),
    async drop(roomKey) {
      await tx.deleteFrom('rooms').where('room_key', '=', roomKey).where('state', '=', 'making').execute();
    },
    overdue: async (now, limit) => (await overdueRooms(tx, now, limit)).map(toRoom),
    stuck: async (before, limit) => (await stuckRooms(tx, before, limit)).map(toRoom),
    listedUpTo: lists.listedUpTo,
    async notBefore(roomKey, start) {
      await change(roomKey, ['making'], { list_from: start });
    },
  };
}

interface Rescheduling {
  readonly roomKey: string;
  readonly closing: Partial<RoomClosing>;
  readonly before: RoomClosing | undefined;
}

async function reschedule(
  tx: Transaction<Schema>,
  { roomKey, closing, before }: Rescheduling,
): Promise<boolean> {
  const { expiresAt, closesAfterSession } = closing;
  const open = tx.updateTable('rooms').where('room_key', '=', roomKey).where('state', '=', 'open');
  const same =
    before === undefined
      ? open
      : open
          .where('expires_at', before.expiresAt === null ? 'is' : '=', before.expiresAt)
          .where('closes_after_session', '=', before.closesAfterSession ? 1 : 0);
  const { numUpdatedRows } = await same
    .set((e) => ({
      expires_at: expiresAt === undefined ? e.ref('expires_at') : expiresAt,
      ...(closesAfterSession !== undefined && { closes_after_session: closesAfterSession ? 1 : 0 }),
    }))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

const known = (row: ReadRoom | undefined): Room | undefined => (row === undefined ? undefined : toRoom(row));
