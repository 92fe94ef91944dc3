import OT from '@vonage/client-sdk-video';
import type { CallHandlers, Picture } from '../video-client.ts';
import { pictureOf } from './picture-of.ts';

/** A camera or screen of one's own that the others see. */
export interface OwnStream {
  readonly publisher: OT.Publisher;
  /** Tells the page how it is now. */
  show(now: Pick<Picture, 'hasVideo' | 'hasAudio'>): void;
  end(): void;
}

/** Opens and publishes. Rejects with the client's error when the device can't be opened. */
export async function publishOwn(
  session: OT.Session,
  handlers: CallHandlers,
  properties: OT.PublisherProperties,
): Promise<OwnStream> {
  const element = document.createElement('div');
  const publisher = await open({ ...properties, insertDefaultUI: false }, element);
  try {
    await session.publish.promise(publisher);
  } catch (error) {
    publisher.destroy();
    throw error;
  }
  let stream = publisher.stream;
  const end = (): void => {
    if (!stream) return;
    handlers.hidden(stream.streamId);
    stream = undefined;
    publisher.destroy();
  };
  publisher.on('streamDestroyed', end);
  return {
    publisher,
    show: (now) => stream && handlers.shown({ ...pictureOf(stream, element), ...now }),
    end,
  };
}

function open(properties: OT.PublisherProperties, element: HTMLElement): Promise<OT.Publisher> {
  return new Promise((resolve, reject) => {
    const publisher = OT.initPublisher(undefined, properties, (error) => {
      if (error) reject(error);
      else resolve(publisher);
    });
    publisher.on('videoElementCreated', (event) => element.replaceChildren(event.element));
  });
}
