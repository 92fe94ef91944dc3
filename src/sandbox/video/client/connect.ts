import type { Call, CallHandlers, Ticket } from '../../../video/page/video-client.ts';
import { createCamera } from './camera.ts';
import { createFilm } from './film.ts';
import { openLine } from './line.ts';
import { createPictures } from './pictures.ts';
import { createScreen } from './screen.ts';
import { tellChanges } from './tell-changes.ts';

/** See {@link VideoClient.connect}. */
export async function connect(ticket: Ticket, handlers: CallHandlers): Promise<Call> {
  const line = await openLine(ticket);
  const pictures = createPictures(line.pictureUrl);
  const camera = createCamera(line);
  const screen = createScreen(line);
  const film = createFilm(line, camera.element);
  const tell = tellChanges({ selfId: line.participantId, handlers, elementOf });

  function elementOf(picture: Parameters<typeof pictures.elementOf>[0]): HTMLElement {
    const own = picture.kind === 'camera' ? camera.element : screen.element;
    return picture.participantId === line.participantId ? own : pictures.elementOf(picture);
  }

  const close = (): void => {
    line.hangUp();
    pictures.close();
    camera.close();
    screen.close();
  };

  line.listen({
    view: (view) => {
      tell(view);
      pictures.keepOnly(view.pictures);
      film.record(view.archiveId);
    },
    muted: () => {
      camera.muted();
      handlers.mutedByHost();
    },
    connection: handlers.connection,
    ended: (reason) => {
      close();
      void film.stop();
      handlers.ended(reason);
    },
  });

  return {
    publishCamera: camera.publish,
    setCamera: camera.setCamera,
    setMicrophone: camera.setMicrophone,
    canShareScreen: 'getDisplayMedia' in navigator.mediaDevices,
    shareScreen: screen.share,
    stopShare: screen.stop,
    mute: (participantId) => line.send('POST', '/mute', { participantId }),
    remove: (participantId) => line.send('POST', '/remove', { participantId }),
    async leave() {
      line.hangUp();
      // First, because a page that is being closed gets no further.
      const left = line.leave();
      await film.stop();
      close();
      await left;
    },
  };
}
