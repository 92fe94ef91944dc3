import type { Selectable } from 'kysely';
import { type Closing, foldTitle, type Room } from '../domain/room.ts';
import type { RoomsTable } from './schema.ts';

export type RoomRow = Selectable<RoomsTable>;

/** Of these a room is made; and what tells apart those of one title. */
export const ROOM_COLUMNS = [
  'room_key',
  'provider',
  'team_id',
  'channel_id',
  'direct',
  'post_channel_id',
  'thread_ts',
  'host_user_id',
  'host_name',
  'made_by',
  'title',
  'recording',
  'host_only',
  'join_approval',
  'closes',
  'state',
  'expires_at',
  'closes_after_session',
  'provider_room_id',
  'join_url',
  'locale',
  'time_zone',
  'created_at',
  'failure',
  'create_began_at',
  'list_from',
  'twin',
] as const;

export type ReadRoom = Pick<RoomRow, (typeof ROOM_COLUMNS)[number]>;

export function toRoom(row: ReadRoom): Room {
  return {
    roomKey: row.room_key,
    provider: row.provider,
    teamId: row.team_id,
    channelId: row.channel_id,
    direct: row.direct === 1,
    postChannelId: row.post_channel_id,
    threadTs: row.thread_ts,
    hostUserId: row.host_user_id,
    hostName: row.host_name,
    madeBy: row.made_by ?? row.host_user_id,
    title: row.title,
    recording: row.recording,
    hostOnly: row.host_only === 1,
    joinApproval: row.join_approval,
    closes: row.closes === null ? null : (JSON.parse(row.closes) as Closing),
    state: row.state,
    expiresAt: row.expires_at,
    closesAfterSession: row.closes_after_session === 1,
    providerRoomId: row.provider_room_id,
    joinUrl: row.join_url,
    locale: row.locale,
    timeZone: row.time_zone,
    createdAt: row.created_at,
    failure: row.failure,
    createBeganAt: row.create_began_at,
    listFrom: row.list_from,
  };
}

export function toRow(room: Room, twin: number): RoomRow {
  return {
    room_key: room.roomKey,
    provider: room.provider,
    team_id: room.teamId,
    channel_id: room.channelId,
    direct: room.direct ? 1 : 0,
    post_channel_id: room.postChannelId,
    thread_ts: room.threadTs,
    host_user_id: room.hostUserId,
    host_name: room.hostName,
    made_by: room.madeBy,
    title: room.title,
    folded_title: foldTitle(room.title),
    twin,
    recording: room.recording,
    host_only: room.hostOnly ? 1 : 0,
    join_approval: room.joinApproval,
    closes: room.closes === null ? null : JSON.stringify(room.closes),
    state: room.state,
    expires_at: room.expiresAt,
    closes_after_session: room.closesAfterSession ? 1 : 0,
    provider_room_id: room.providerRoomId,
    join_url: room.joinUrl,
    token_hash: null,
    locale: room.locale,
    time_zone: room.timeZone,
    created_at: room.createdAt,
    failure: room.failure,
    create_began_at: room.createBeganAt,
    making_since: null,
    list_from: room.listFrom,
    refused_since: null,
  };
}
