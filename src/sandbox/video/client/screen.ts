import type { Call } from '../../../video/page/video-client.ts';
import type { Line } from './line.ts';
import { createOwnPicture } from './own-picture.ts';

/** One's own shared screen. */
export interface OwnScreen {
  readonly element: HTMLElement;
  share: Call['shareScreen'];
  stop: Call['stopShare'];
  close(): void;
}

export function createScreen(line: Line): OwnScreen {
  const picture = createOwnPicture(line, 'screen');
  let stream: MediaStream | undefined;

  const close = (): void => {
    picture.show(null);
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
  };

  const stop = async (): Promise<void> => {
    if (!stream) return;
    close();
    await line.send('DELETE', '/streams/screen');
  };

  return {
    element: picture.element,
    close,
    stop,
    async share() {
      const shared = await navigator.mediaDevices.getDisplayMedia({ video: true });
      close();
      stream = shared;
      // The browser's own "Stop sharing".
      shared.getVideoTracks()[0]?.addEventListener('ended', () => void stop().catch(() => undefined));
      picture.show(shared);
      await line.send('PUT', '/streams/screen', { hasVideo: true, hasAudio: false });
    },
  };
}
