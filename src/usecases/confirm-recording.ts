import type { Recording } from '../domain/recording.ts';
import { NotFoundError, UpstreamUnavailableError } from '../errors.ts';
import { announceRecordingLater } from './announce-later.ts';
import type { Deps } from './deps.ts';

/**
 * Reads a recording back through the API: a callback is only a hint. Undefined when it turns out to belong to another
 * session: then it is forgotten. Throws a retryable error while the provider does not have it yet.
 */
export async function confirmRecording(deps: Deps, recording: Recording): Promise<Recording | undefined> {
  const { recordingId, sessionId } = recording;
  const read = await readBack(deps, recording);
  if (read.sessionId !== sessionId) {
    await deps.storage.transaction((tables) => tables.recordings.drop(recordingId));
    deps.log.warn(
      { recordingId, sessionId },
      'recording refused: the provider knows it under another session',
    );
    deps.counts.onRecordingRefused();
    return undefined;
  }
  const confirmed: Recording = {
    ...recording,
    startedAt: read.startedAt ?? recording.startedAt,
    endedAt: read.endedAt ?? recording.endedAt,
    confirmedAt: deps.clock.now(),
  };
  await deps.storage.transaction(async (tables) => {
    await tables.recordings.advance(recording, confirmed);
    // "1 of 2" becomes "1 of 3".
    for (const sibling of await tables.recordings.ofSession(sessionId)) {
      if (sibling.recordingId !== recordingId) await announceRecordingLater(tables, sibling.recordingId);
    }
  });
  return confirmed;
}

async function readBack(deps: Deps, { recordingId, provider }: Recording) {
  try {
    const read = await deps.meetingsOf(provider).getRecording(recordingId);
    if (read.uploaded) return read;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  throw new UpstreamUnavailableError(
    'meetings',
    'recording_not_there_yet',
    'Announced, but not readable yet',
    {
      reached: 'yes',
      details: { recordingId },
    },
  );
}
