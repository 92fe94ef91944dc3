import { randomUUID } from 'node:crypto';
import type { MovableClock } from '../vonage/movable-clock.ts';
import type { RecordingFiles } from '../vonage/recording-files.ts';
import { recordingEnded, recordingStarted, recordingUploaded } from './callback-bodies.ts';
import type { Recording, Session, World } from './model.ts';
import type { RecordingLink } from './recording-links.ts';
import type { RoomCallbacks } from './room-callbacks.ts';

/** "Recordings are stored for 30 days" (Vonage's recording guide). */
const KEPT_MS = 30 * 86_400_000;

/** The life of recordings: started, stopped, uploaded, gone. Each step sends its callback. */
export interface Recordings {
  start(session: Session, startedAt: number): Recording;
  /** The upload follows after the upload delay. */
  stop(recording: Recording, endedAt: number): void;
  remove(recording: Recording): void;
}

export function createRecordings(deps: {
  readonly world: World;
  readonly clock: MovableClock;
  readonly callbacks: RoomCallbacks;
  readonly files: RecordingFiles;
  readonly link: RecordingLink;
  readonly uploadDelayMs: number;
}): Recordings {
  const { world, clock, callbacks, files, link } = deps;

  const remove = (recording: Recording): void => {
    if (recording.file) files.remove(recording.file);
    world.recordings.delete(recording.id);
  };

  const upload = (recording: Recording, endedAt: number): void => {
    recording.file = files.finish(recording.id);
    recording.status = 'uploaded';
    const url = link(recording);
    callbacks.send(recording.session.room, 'recordings', recordingUploaded(recording, endedAt, url));
    clock.at(endedAt + KEPT_MS, () => remove(recording));
  };

  return {
    remove,
    start(session, startedAt) {
      const recording: Recording = {
        id: randomUUID(),
        session,
        startedAt,
        endedAt: undefined,
        status: 'started',
        file: undefined,
      };
      session.recording = recording;
      world.recordings.set(recording.id, recording);
      callbacks.send(session.room, 'recordings', recordingStarted(recording));
      return recording;
    },
    stop(recording, endedAt) {
      recording.session.recording = undefined;
      recording.endedAt = endedAt;
      recording.status = 'stopped';
      callbacks.send(recording.session.room, 'recordings', recordingEnded(recording, endedAt));
      clock.at(clock.now() + deps.uploadDelayMs, () => upload(recording, endedAt));
    },
  };
}
