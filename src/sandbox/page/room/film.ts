import type { DrawnPerson } from './draw-person.ts';
import { drawStage } from './draw-stage.ts';
import { type Recorder, startRecorder } from './recorder.ts';

const SIZE = { width: 640, height: 360 };
const FRAMES_PER_SECOND = 15;

/** What this page records: everybody's pictures on one canvas, with sound. */
export interface Film {
  /** Starts or stops as the room's recording does; null: nothing is to be recorded here. */
  follow(recordingId: string | null): void;
  draw(people: readonly DrawnPerson[]): void;
  /** Stops for good with the recording that is being made. Resolves when all of it has been sent. */
  finish(): Promise<void>;
}

export function createFilm(sound: MediaStreamTrack | undefined): Film {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SIZE);
  const context = canvas.getContext('2d');
  let recorder: Recorder | undefined;
  let finishedId: string | null = null;

  const stop = async (): Promise<void> => {
    const stopping = recorder;
    recorder = undefined;
    await stopping?.stop();
  };

  return {
    follow(recordingId) {
      if (recorder && recorder.recordingId !== recordingId) void stop();
      if (recorder || recordingId === null || recordingId === finishedId) return;
      const [picture] = canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks();
      const tracks = [picture, sound].filter((track) => track !== undefined);
      recorder = startRecorder(recordingId, new MediaStream(tracks));
    },
    draw(people) {
      if (context && recorder) drawStage(context, people, performance.now());
    },
    finish() {
      finishedId = recorder?.recordingId ?? finishedId;
      return stop();
    },
  };
}
