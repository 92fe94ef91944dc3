import type OT from '@vonage/client-sdk-video';
import type { Picture } from '../video-client.ts';

/** A stream as the page shows it. The client makes its video later; `element` stands for it from the beginning. */
export function pictureOf(stream: OT.Stream, element: HTMLElement): Picture {
  const { streamId, connection, videoType, hasVideo, hasAudio } = stream;
  return {
    id: streamId,
    participantId: connection.connectionId,
    kind: videoType === 'screen' ? 'screen' : 'camera',
    element,
    hasVideo,
    hasAudio,
  };
}
