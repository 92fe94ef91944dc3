import type { Recording } from '../../../src/domain/recording.ts';
import type { Recordings } from '../../../src/usecases/ports/recordings.ts';
import type { OpenStorage } from '../../support/open-store.ts';
import { sampleRecording } from '../../support/sample-rows.ts';

/** Each `recordings(work)` is a transaction of its own. */
export async function openRecordings(open: OpenStorage) {
  const { storage } = await open();
  const recordings = <T>(work: (recordings: Recordings) => Promise<T>) =>
    storage.transaction((tables) => work(tables.recordings));
  const add = async (...changes: Partial<Recording>[]) => {
    for (const change of changes) await recordings((r) => r.insert(sampleRecording(change)));
  };
  return { storage, recordings, add };
}
