import type { Recording } from '../domain/recording.ts';
import { announceRecordingLater } from './announce-later.ts';
import type { Deps } from './deps.ts';

/** The provider no longer has a recording and nobody here deleted it: its messages say so from now on. */
export async function markGone(deps: Deps, recording: Recording): Promise<void> {
  await deps.storage.transaction(async (tables) => {
    const removed = { state: 'gone', removedAt: deps.clock.now() } as const;
    if (await tables.recordings.advance(recording, removed)) {
      await announceRecordingLater(tables, recording.recordingId);
    }
  });
}
