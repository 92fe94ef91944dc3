import type { CameraImage } from './draw-person.ts';

const UPLOADED = { width: 320, height: 180 };

/** The camera and microphone of the person at this page. */
export interface Camera {
  readonly image: CameraImage;
  readonly microphone: MediaStreamTrack | undefined;
  /** A small JPEG of this moment, for the others; null when the browser can't make one. */
  snapshot(): Promise<Blob | null>;
  stop(): void;
}

/** Asks for permission. Throws the browser's DOMException when it is not given, or there is no camera. */
export async function openCamera(): Promise<Camera> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 640 }, height: { ideal: 360 } },
    audio: true,
  });
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  const small = document.createElement('canvas');
  Object.assign(small, UPLOADED);
  return {
    image: { source: video, width: video.videoWidth, height: video.videoHeight },
    microphone: stream.getAudioTracks()[0],
    snapshot() {
      small.getContext('2d')?.drawImage(video, 0, 0, UPLOADED.width, UPLOADED.height);
      return new Promise((resolve) => small.toBlob(resolve, 'image/jpeg', 0.6));
    },
    stop() {
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
