import type { Line } from './line.ts';

const SIZE = { width: 640, height: 360 };
const FRAMES_PER_SECOND = 10;
const CHUNK_MS = 1000;
const LONGEST_GOODBYE_MS = 2000;

/** What this page adds to archives: its own camera, or the time of day where that is off. */
export interface Film {
  /** The archive to be recorded for from now on; null: none. */
  record(archiveId: string | null): void;
  /** Resolves once all of it has been sent, or after two seconds. */
  stop(): Promise<void>;
}

interface Reel {
  readonly archiveId: string;
  /** Resolves once its last chunk has been sent. */
  end(): Promise<void>;
}

export function createFilm(line: Line, camera: HTMLVideoElement): Film {
  let reel: Reel | undefined;
  const stop = async (): Promise<void> => {
    const ending = reel?.end();
    reel = undefined;
    await Promise.race([ending, new Promise((resolve) => setTimeout(resolve, LONGEST_GOODBYE_MS))]);
  };
  return {
    stop,
    record(archiveId) {
      if (archiveId === (reel?.archiveId ?? null)) return;
      void stop();
      if (archiveId !== null) reel = startReel(archiveId, camera, line);
    },
  };
}

function startReel(archiveId: string, camera: HTMLVideoElement, line: Line): Reel {
  const partId = crypto.randomUUID();
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  const drawing = setInterval(() => drawFrame(canvas, camera), 1000 / FRAMES_PER_SECOND);
  const stream = canvas.captureStream(FRAMES_PER_SECOND);
  const recorder = new MediaRecorder(stream, recorderOptions());
  let sent: Promise<void> = Promise.resolve();
  recorder.addEventListener('dataavailable', ({ data }) => {
    // The server takes none once the archive is finished; the video then ends a moment earlier.
    if (data.size > 0)
      sent = sent.then(() => line.sendPart({ archiveId, partId }, data)).catch(() => undefined);
  });
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
  recorder.start(CHUNK_MS);
  return {
    archiveId,
    async end() {
      clearInterval(drawing);
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      await sent;
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

function drawFrame(canvas: HTMLCanvasElement, camera: HTMLVideoElement): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = '#1f2933';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  if (camera.videoWidth > 0 && camera.srcObject) {
    context.drawImage(camera, 0, 0, SIZE.width, SIZE.height);
    return;
  }
  context.fillStyle = '#f5f7fa';
  context.font = '48px sans-serif';
  context.fillText(new Date().toLocaleTimeString(), 60, 200);
}
