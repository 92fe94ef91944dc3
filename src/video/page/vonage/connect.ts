import OT from '@vonage/client-sdk-video';
import type { Call, CallHandlers, ConnectFault, Ticket } from '../video-client.ts';
import { createPublishing } from './publishing.ts';
import { createShare } from './share.ts';
import { watchSession } from './watch-session.ts';

/** The token is not taken, or there is no such session. Source: the error names of the client's reference. */
const REFUSALS: readonly string[] = [
  'OT_API_KEY_DISABLED',
  'OT_AUTHENTICATION_ERROR',
  'OT_CONNECTION_LIMIT_EXCEEDED',
  'OT_INVALID_SESSION_ID',
  'OT_TERMS_OF_SERVICE_FAILURE',
];

/** Who was there before is told by events of their own, right after connecting. */
const SETTLED_MS = 200;

/** See {@link VideoClient.connect}. Where the service is, the client knows by itself. */
export async function connect(ticket: Ticket, handlers: CallHandlers): Promise<Call> {
  const session = OT.initSession(ticket.applicationId, ticket.sessionId);
  const watched = watchSession(session, handlers);
  try {
    await session.connect.promise(ticket.token);
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  } catch (error) {
    throw faultOf(error);
  }
  const screen = createShare(session, handlers);

  return {
    ...createPublishing(session, handlers),
    canShareScreen: 'getDisplayMedia' in navigator.mediaDevices,
    shareScreen: screen.start,
    stopShare: screen.stop,
    async mute(participantId) {
      const streams = watched.streamsOf(participantId).filter(({ hasAudio }) => hasAudio);
      await Promise.all(streams.map((stream) => session.forceMuteStream(stream)));
    },
    async remove(participantId) {
      const connection = watched.connectionOf(participantId);
      if (connection) await session.forceDisconnect(connection);
    },
    async leave() {
      session.off();
      // A session that can't be reached any more has been left all the same.
      await session.disconnect().catch(() => undefined);
    },
  };
}

function faultOf(cause: unknown): Error {
  const isRefused = cause instanceof Error && REFUSALS.includes(cause.name);
  const name: ConnectFault = isRefused ? 'RefusedError' : 'UnreachableError';
  return Object.assign(new Error('The session could not be joined', { cause }), { name });
}
