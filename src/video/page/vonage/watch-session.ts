import type OT from '@vonage/client-sdk-video';
import type { CallHandlers, Participant } from '../video-client.ts';
import { pictureOf } from './picture-of.ts';

/** Who and what is in a session, as the client tells it. */
export interface WatchedSession {
  streamsOf(participantId: string): readonly OT.Stream[];
  connectionOf(participantId: string): OT.Connection | undefined;
}

/** Passes everything that happens in the session on. To be called before connecting; `session.off()` ends it. */
export function watchSession(session: OT.Session, handlers: CallHandlers): WatchedSession {
  const connections = watchConnections(session, handlers);
  const streams = watchStreams(session, handlers);
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
      [...streams.values()].filter(({ connection }) => connection.connectionId === participantId),
    connectionOf: (participantId) => connections.get(participantId),
  };
}

function watchConnections(session: OT.Session, handlers: CallHandlers): ReadonlyMap<string, OT.Connection> {
  const connections = new Map<string, OT.Connection>();
  session.on('connectionCreated', ({ connection }) => {
    if (connections.has(connection.connectionId)) return;
    connections.set(connection.connectionId, connection);
    const isSelf = connection.connectionId === session.connection?.connectionId;
    handlers.joined(participantOf(connection, isSelf));
  });
  session.on('connectionDestroyed', ({ connection }) => {
    if (connections.delete(connection.connectionId)) handlers.left(connection.connectionId);
  });
  return connections;
}

/** Those of the others; all of them are seen and heard. */
function watchStreams(session: OT.Session, handlers: CallHandlers): ReadonlyMap<string, OT.Stream> {
  const streams = new Map<string, OT.Stream>();
  const elements = new Map<string, HTMLElement>();
  const show = (stream: OT.Stream): void => {
    const element = elements.get(stream.streamId);
    if (element) handlers.shown(pictureOf(stream, element));
  };
  session.on('streamCreated', ({ stream }) => {
    const element = document.createElement('div');
    elements.set(stream.streamId, element);
    streams.set(stream.streamId, stream);
    const subscriber = session.subscribe(stream, undefined, { insertDefaultUI: false });
    subscriber.on('videoElementCreated', (event) => element.replaceChildren(event.element));
    show(stream);
  });
  session.on('streamPropertyChanged', ({ stream }) => show(stream));
  session.on('streamDestroyed', ({ stream: { streamId } }) => {
    elements.delete(streamId);
    if (streams.delete(streamId)) handlers.hidden(streamId);
  });
  return streams;
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
