import type { StorableAnswer } from '../domain/answer.ts';
import { capRecording } from '../domain/policy.ts';
import type { Room } from '../domain/room.ts';
import type { Tables } from './ports.ts';

/** The acknowledgement of a wish. It says so where the channel's policy allows less recording than was asked for. */
export async function makingRoom(tables: Tables, room: Room): Promise<StorableAnswer> {
  const { title, teamId, channelId, recording } = room;
  const most = (await tables.settings.of(teamId, channelId)).policy.recording;
  if (most === 'automatic' || capRecording(room, most).recording === recording) {
    return { kind: 'making-room', title };
  }
  return { kind: 'making-room', title, limitedTo: most };
}
