import { NotFoundError, UpstreamRejectedError } from '../errors.ts';
import type { Recorder } from '../usecases/ports/meetings.ts';
import type { VideoClient } from './client.ts';

/** Archives that somebody starts and stops; those of sessions that record themselves can't be. */
export function videoRecorder(client: Pick<VideoClient, 'startArchive' | 'stopArchive'>): Recorder {
  return {
    async start(sessionId) {
      try {
        await client.startArchive(sessionId);
        return 'started';
      } catch (error) {
        if (isRefusal(error, 404)) return 'nobody-in';
        if (isRefusal(error, 409)) return 'already-on';
        throw error;
      }
    },
    async stop(recordingId) {
      try {
        await client.stopArchive(recordingId);
      } catch (error) {
        if (!(error instanceof NotFoundError || isRefusal(error, 409))) throw error;
      }
    },
  };
}

function isRefusal(error: unknown, status: number): boolean {
  return error instanceof UpstreamRejectedError && error.status === status;
}
