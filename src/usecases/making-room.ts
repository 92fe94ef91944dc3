import type { StorableAnswer } from '../domain/answer.ts';
import { capRecording, type Policy } from '../domain/policy.ts';
import type { Room } from '../domain/room.ts';
import type { Tables } from './ports/storage.ts';

type MakingRoom = Extract<StorableAnswer, { kind: 'making-room' }>;

/**
 * The acknowledgement of a wish. It says so where the channel's policy allows less recording than was asked for, and
 * where somebody is in another room of the channel already.
 */
export async function makingRoom(tables: Tables, room: Room): Promise<MakingRoom> {
  const { title, teamId, channelId } = room;
  const most = (await tables.settings.of(teamId, channelId)).policy.recording;
  const other = await tables.rooms.inSession({ teamId, channelId });
  return { kind: 'making-room', title, ...limitOf(room, most), ...elsewhere(other) };
}

function limitOf(room: Room, most: Policy['recording']): Pick<MakingRoom, 'limitedTo'> {
  const isAllowed = most === 'automatic' || capRecording(room, most).recording === room.recording;
  return isAllowed ? {} : { limitedTo: most };
}

function elsewhere(other: Room | undefined): Pick<MakingRoom, 'meanwhile'> {
  if (other === undefined || other.joinUrl === null) return {};
  const { title, roomKey, joinUrl } = other;
  return { meanwhile: { title, roomKey, joinUrl } };
}
