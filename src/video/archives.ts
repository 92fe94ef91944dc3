import type { Clock } from '../clock.ts';
import { NotFoundError, UpstreamRejectedError, UpstreamUnavailableError } from '../errors.ts';
import type { Meetings } from '../usecases/ports/meetings.ts';
import type { VideoClient } from './client.ts';
import { type Archive, toRecording } from './schema.ts';

export type ArchivePort = Pick<Meetings, 'getRecording' | 'listSessionRecordings' | 'deleteRecording'>;

/** Recordings, which Vonage calls archives. */
export function archivePort(client: VideoClient, clock: Clock): ArchivePort {
  return {
    async getRecording(recordingId) {
      const archive = await client.getArchive(recordingId);
      if (archive.isRemoved) throw new NotFoundError('meetings_not_found', 'The archive is no longer there');
      return toRecording(archive, clock.now());
    },
    async listSessionRecordings(sessionId) {
      const archives = await client.listArchives(sessionId);
      return archives.filter(({ isRemoved }) => !isRemoved).map((one) => toRecording(one, clock.now()));
    },
    deleteRecording: (recordingId) => deleteArchive(client, recordingId),
  };
}

type Deletion = Awaited<ReturnType<Meetings['deleteRecording']>>;

async function deleteArchive(client: VideoClient, archiveId: string): Promise<Deletion> {
  try {
    await client.deleteArchive(archiveId);
    return 'deleted';
  } catch (error) {
    if (error instanceof NotFoundError) return 'gone';
    if (error instanceof UpstreamRejectedError && error.status === 409) return 'too-early';
    if (!(error instanceof UpstreamUnavailableError) || error.reached !== 'unknown') throw error;
    // Without an answer it may be done: the archive tells.
    if (await isThere(client, archiveId)) throw error;
    return 'deleted';
  }
}

async function isThere(client: VideoClient, archiveId: string): Promise<boolean> {
  try {
    const { isRemoved }: Archive = await client.getArchive(archiveId);
    return !isRemoved;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}
