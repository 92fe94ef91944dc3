import type OT from '@vonage/client-sdk-video';
import type { CallHandlers } from '../video-client.ts';
import { type OwnStream, publishOwn } from './own-stream.ts';

/** One's own shared screen. */
export function createShare(
  session: OT.Session,
  handlers: CallHandlers,
): { start(): Promise<void>; stop(): Promise<void> } {
  let own: OwnStream | undefined;
  return {
    async start() {
      own?.end();
      own = await publishOwn(session, handlers, {
        videoSource: 'screen',
        publishAudio: false,
        videoContentHint: 'detail',
      });
      // The browser's own way to stop it, or the window is gone.
      own.publisher.on('mediaStopped', own.end);
      own.show({ hasVideo: true, hasAudio: false });
    },
    async stop() {
      own?.end();
      own = undefined;
    },
  };
}
