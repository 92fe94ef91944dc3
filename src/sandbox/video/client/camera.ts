import type { Call } from '../../../video/page/video-client.ts';
import type { Line } from './line.ts';
import { createOwnPicture } from './own-picture.ts';

type On = Parameters<Call['publishCamera']>[0];

/** One's own camera and microphone. A device is opened when it is first wanted, and stays open until the end. */
export interface OwnCamera extends Pick<Call, 'setCamera' | 'setMicrophone'> {
  readonly element: HTMLVideoElement;
  publish: Call['publishCamera'];
  /** The host has switched the microphone off. */
  muted(): void;
  close(): void;
}

export function createCamera(line: Line): OwnCamera {
  const picture = createOwnPicture(line, 'camera');
  const stream = new MediaStream();
  let on: On = { camera: false, microphone: false };

  const apply = (next: On): void => {
    on = next;
    for (const track of stream.getVideoTracks()) track.enabled = next.camera;
    for (const track of stream.getAudioTracks()) track.enabled = next.microphone;
    picture.show(next.camera ? stream : null);
  };

  const tell = (next: On): Promise<void> => {
    apply(next);
    return line.send('PUT', '/streams/camera', { hasVideo: next.camera, hasAudio: next.microphone });
  };

  const open = async (wanted: MediaStreamConstraints): Promise<void> => {
    const opened = await navigator.mediaDevices.getUserMedia(wanted);
    for (const track of opened.getTracks()) stream.addTrack(track);
  };

  const openBoth = async (): Promise<On> => {
    await open({ video: true, audio: true })
      .catch(() => open({ audio: true }))
      .catch(() => open({ video: true }));
    return { camera: stream.getVideoTracks().length > 0, microphone: stream.getAudioTracks().length > 0 };
  };

  return {
    element: picture.element,
    async publish(wanted) {
      if (wanted.camera && wanted.microphone) return tell(await openBoth());
      if (wanted.camera || wanted.microphone) await open({ video: wanted.camera, audio: wanted.microphone });
      await tell(wanted);
    },
    async setCamera(isOn) {
      if (isOn && stream.getVideoTracks().length === 0) await open({ video: true });
      await tell({ ...on, camera: isOn });
    },
    async setMicrophone(isOn) {
      if (isOn && stream.getAudioTracks().length === 0) await open({ audio: true });
      await tell({ ...on, microphone: isOn });
    },
    muted: () => apply({ ...on, microphone: false }),
    close() {
      picture.show(null);
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
