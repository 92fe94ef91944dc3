import { sendChunk } from './room-api.ts';

const CHUNK_MS = 1000;
const LONGEST_GOODBYE_MS = 2000;

/** One video this page makes. */
export interface Recorder {
  readonly recordingId: string;
  /** Resolves once all of it has been sent, or after two seconds. */
  stop(): Promise<void>;
}

/** Records the stream and sends it while it is made, a chunk a second, in order. */
export function startRecorder(recordingId: string, stream: MediaStream): Recorder {
  const partId = crypto.randomUUID();
  const recorder = new MediaRecorder(stream, recorderOptions());
  let sent: Promise<void> = Promise.resolve();
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0)
      sent = sent.then(() => sendChunk({ recordingId, partId }, data)).catch(ignoreLostChunk);
  });
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
  recorder.start(CHUNK_MS);
  return {
    recordingId,
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop();
      const everythingSent = stopped.then(() => sent);
      await Promise.race([everythingSent, new Promise((resolve) => setTimeout(resolve, LONGEST_GOODBYE_MS))]);
    },
  };
}

/** MP4 where the browser records it, else WebM (Firefox). */
function recorderOptions(): MediaRecorderOptions {
  const mimeType = ['video/mp4', 'video/webm'].find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
  const options = {
    mimeType,
    videoBitsPerSecond: 500_000,
    // Chunks end at key frames: without this the first one takes more than five seconds. Not yet in TypeScript's DOM types.
    videoKeyFrameIntervalDuration: CHUNK_MS,
  };
  return options;
}

/** The server takes no more chunks once the recording is finished; the video then ends a moment earlier. */
function ignoreLostChunk(error: unknown): void {
  console.warn('A chunk of the video was not sent.', error);
}
