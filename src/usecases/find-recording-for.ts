import type { Recording } from '../domain/recording.ts';
import type { Room } from '../domain/room.ts';
import { ChannelGoneError } from '../errors.ts';
import type { Deps } from './deps.ts';
import type { ReplyTo } from './job-payloads.ts';
import { isInChannel } from './may.ts';

export interface FoundRecording {
  readonly recording: Recording;
  readonly room: Room;
}

/**
 * The recording, if it is one of this workspace and its room belongs to the channel it was asked for in. Asked for in App
 * Home or a direct message, its host finds it, and whoever is in the room's own channel. An unknown one and one that is
 * none of the asker's business are the same: undefined. The provider is not asked.
 */
export async function findRecordingFor(
  deps: Deps,
  recordingId: string,
  reply: ReplyTo,
): Promise<FoundRecording | undefined> {
  const found = await deps.storage.transaction(async (tables) => {
    const recording = await tables.recordings.find(recordingId);
    if (recording?.roomKey == null) return undefined;
    const room = await tables.rooms.find(recording.roomKey);
    return room === undefined || room.teamId !== reply.teamId ? undefined : { recording, room };
  });
  if (found === undefined) return undefined;
  const { room } = found;
  if (isAskedWithin(room, reply)) return found;
  if (!isPrivatePlace(reply)) return undefined;
  return reply.userId === room.hostUserId || (await isMemberOf(deps, room, reply)) ? found : undefined;
}

/** Slack's word that somebody clicked or typed there is enough: they are in that channel. */
export function isAskedWithin(
  { channelId, postChannelId }: Pick<Room, 'channelId' | 'postChannelId'>,
  reply: Pick<ReplyTo, 'channelId'>,
): boolean {
  return reply.channelId === channelId || reply.channelId === postChannelId;
}

/** App Home, which is no channel, or direct messages: nobody else reads along. Source: Slack, ids of conversations. */
export function isPrivatePlace({ channelId }: Pick<ReplyTo, 'channelId'>): boolean {
  return channelId === '' || channelId.startsWith('D');
}

/** As {@link isInChannel}, but from elsewhere: of a channel we can't look into nobody is known to be a member. */
export async function isMemberOf(
  deps: Deps,
  room: Pick<Room, 'teamId' | 'channelId' | 'postChannelId' | 'direct'>,
  reply: ReplyTo,
): Promise<boolean> {
  try {
    return await isInChannel(deps, room, reply);
  } catch (error) {
    if (error instanceof ChannelGoneError && !isAskedWithin(room, reply)) return false;
    throw error;
  }
}
