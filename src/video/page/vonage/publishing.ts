import type OT from '@vonage/client-sdk-video';
import type { Call, CallHandlers } from '../video-client.ts';
import { type OwnStream, publishOwn } from './own-stream.ts';

type Devices = Parameters<Call['publishCamera']>[0];

const NONE: Devices = { camera: false, microphone: false };

/** One's own camera and microphone, in one stream. A device that was left out at first is opened when it is wanted. */
export function createPublishing(
  session: OT.Session,
  handlers: CallHandlers,
): Pick<Call, 'publishCamera' | 'setCamera' | 'setMicrophone'> {
  let own: OwnStream | undefined;
  let opened = NONE;
  let on = NONE;

  const show = (): void => own?.show({ hasVideo: on.camera, hasAudio: on.microphone });

  const publish = async (wanted: Devices, switchedOn = wanted): Promise<void> => {
    const next = await publishOwn(session, handlers, {
      ...(!wanted.camera && { videoSource: null }),
      ...(!wanted.microphone && { audioSource: null }),
      publishVideo: switchedOn.camera,
      publishAudio: switchedOn.microphone,
    });
    own?.end();
    [own, opened, on] = [next, wanted, switchedOn];
    next.publisher.on('mediaStopped', ({ track }) => {
      // Unplugged: opened anew when it is wanted again.
      const device = track?.kind === 'audio' ? 'microphone' : 'camera';
      [opened, on] = [
        { ...opened, [device]: false },
        { ...on, [device]: false },
      ];
      show();
    });
    next.publisher.on('muteForced', () => {
      on = { ...on, microphone: false };
      show();
      handlers.mutedByHost();
    });
    show();
  };

  return {
    async publishCamera(wanted) {
      if (!wanted.camera || !wanted.microphone) return publish(wanted);
      // When the two can't be opened together, one of them may be.
      await publish(wanted)
        .catch(() => publish({ ...NONE, microphone: true }))
        .catch(() => publish({ ...NONE, camera: true }));
    },
    async setCamera(isOn) {
      if (isOn && !opened.camera) return publish({ ...opened, camera: true }, { ...on, camera: true });
      await own?.publisher.publishVideo.promise(isOn);
      on = { ...on, camera: isOn };
      show();
    },
    async setMicrophone(isOn) {
      if (isOn && !opened.microphone)
        return publish({ ...opened, microphone: true }, { ...on, microphone: true });
      await own?.publisher.publishAudio.promise(isOn);
      on = { ...on, microphone: isOn };
      show();
    },
  };
}
