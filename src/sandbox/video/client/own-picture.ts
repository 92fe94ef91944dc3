import type { Line } from './line.ts';

const SEND_EVERY_MS = 1_000;
const LARGEST_SIDE = 640;

/** One's own camera or screen: shown here as it is, sent to the others once a second. */
export interface OwnPicture {
  readonly element: HTMLVideoElement;
  /** Null: nothing to see. */
  show(stream: MediaStream | null): void;
}

export function createOwnPicture(line: Line, kind: 'camera' | 'screen'): OwnPicture {
  const element = document.createElement('video');
  element.muted = true;
  element.playsInline = true;
  element.autoplay = true;
  let timer: ReturnType<typeof setInterval> | undefined;

  return {
    element,
    show(stream) {
      clearInterval(timer);
      element.srcObject = stream;
      if (!stream) return;
      const send = async (): Promise<void> => {
        const jpeg = await snapshot(element);
        if (jpeg && element.srcObject === stream) await line.send('PUT', `/streams/${kind}/picture`, jpeg);
      };
      // One that gets lost is followed by the next.
      timer = setInterval(() => void send().catch(() => undefined), SEND_EVERY_MS);
    },
  };
}

function snapshot(video: HTMLVideoElement): Promise<Blob | null> {
  if (video.videoWidth === 0) return Promise.resolve(null);
  const scale = Math.min(1, LARGEST_SIDE / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.6));
}
