import type OT from '@vonage/client-sdk-video';
import type { CallHandlers, Participant } from '../video-client.ts';
import { pictureOf } from './picture-of.ts';

/** Who and what is in a session, as the client tells it. */
export interface WatchedSession {
  streamsOf(participantId: string): readonly OT.Stream[];
  connectionOf(participantId: string): OT.Connection | undefined;
  /** Tells the handlers nothing more. */
  stop(): void;
}

/** Passes everything that happens in the session on. To be called before connecting. */
export function watchSession(session: OT.Session, handlers: CallHandlers): WatchedSession {
  const connections = new Map<string, OT.Connection>();
  const streams = new Map<string, { readonly stream: OT.Stream; readonly element: HTMLElement }>();

  const show = ({ streamId }: OT.Stream): void => {
    const known = streams.get(streamId);
    if (known) handlers.shown(pictureOf(known.stream, known.element));
  };

  session.on('connectionCreated', ({ connection }) => {
    if (connections.has(connection.connectionId)) return;
    connections.set(connection.connectionId, connection);
    const isSelf = connection.connectionId === session.connection?.connectionId;
    handlers.joined(participantOf(connection, isSelf));
  });
  session.on('connectionDestroyed', ({ connection }) => {
    if (connections.delete(connection.connectionId)) handlers.left(connection.connectionId);
  });
  session.on('streamCreated', ({ stream }) => {
    const element = document.createElement('div');
    streams.set(stream.streamId, { stream, element });
    const subscriber = session.subscribe(stream, undefined, { insertDefaultUI: false });
    subscriber.on('videoElementCreated', (event) => element.replaceChildren(event.element));
    show(stream);
  });
  session.on('streamPropertyChanged', ({ stream }) => show(stream));
  session.on('streamDestroyed', ({ stream }) => {
    if (streams.delete(stream.streamId)) handlers.hidden(stream.streamId);
  });
  session.on('archiveStarted', () => handlers.recording(true));
  session.on('archiveStopped', () => handlers.recording(false));
  session.on('sessionReconnecting', () => handlers.connection(false));
  session.on('sessionReconnected', () => handlers.connection(true));
  session.on('sessionDisconnected', ({ reason }) => {
    session.off();
    handlers.ended(reason === 'forceDisconnected' ? 'removed' : 'lost');
  });

  return {
    streamsOf: (participantId) =>
      [...streams.values()]
        .map(({ stream }) => stream)
        .filter(({ connection }) => connection.connectionId === participantId),
    connectionOf: (participantId) => connections.get(participantId),
    stop: () => session.off(),
  };
}

/** The token's `connection_data`; our own door wrote it. */
function participantOf({ connectionId, data }: OT.Connection, isSelf: boolean): Participant {
  const { name = '', isHost = false }: { name?: string; isHost?: boolean } = readObject(data);
  return { id: connectionId, name, isHost, isSelf };
}

/** A connection that is not ours (a recorder, a telephone) may say anything. */
function readObject(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
