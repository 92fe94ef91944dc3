import type { Recording } from '../domain/recording.ts';
import type { Room } from '../domain/room.ts';
import type { Deps } from './deps.ts';
import type { ReplyTo } from './job-payloads.ts';

export interface FoundRecording {
  readonly recording: Recording;
  readonly room: Room;
}

/**
 * The recording, if it is one of this workspace and of the channel it was asked for in. An unknown one and one that is
 * none of the asker's business are the same: undefined. The provider is not asked.
 */
export async function findRecordingFor(
  deps: Deps,
  recordingId: string,
  { teamId, channelId }: ReplyTo,
): Promise<FoundRecording | undefined> {
  return deps.storage.transaction(async (tables) => {
    const recording = await tables.recordings.find(recordingId);
    if (recording?.roomKey == null) return undefined;
    const room = await tables.rooms.find(recording.roomKey);
    if (room === undefined || room.teamId !== teamId) return undefined;
    return channelId === room.channelId || channelId === room.postChannelId ? { recording, room } : undefined;
  });
}
