import { randomUUID } from 'node:crypto';
import type { MovableClock } from '../vonage/movable-clock.ts';
import { AUTOMATIC } from './archive-schema.ts';
import type { Archives } from './archives.ts';
import type { VideoCallbacks } from './callbacks.ts';
import {
  type Archive,
  type Connection,
  isRunning,
  type LeaveReason,
  type Session,
  type Stream,
  type World,
} from './model.ts';

/** Automatic archives are split into files of this much recorded time. */
const LONGEST_ARCHIVE_MS = 4 * 3_600_000;
/** An archive stops this long after the last stream, though clients stay connected. */
const LONGEST_IDLE_MS = 3_600_000;

/** Who is connected to which session and publishes what, and what follows: sessions begin and end, archives start and stop. */
export interface Calls {
  connect(session: Session, client: Pick<Connection, 'data' | 'role' | 'source'>): Connection;
  /** False when that client is not connected. */
  disconnect(session: Session, connectionId: string, reason: LeaveReason): boolean;
  /** One stream per client and kind: published again, its sound and picture change. */
  publish(
    session: Session,
    stream: Pick<Stream, 'connection' | 'videoType' | 'hasAudio' | 'hasVideo'>,
  ): Stream;
  unpublish(session: Session, stream: Stream, reason?: LeaveReason): void;
}

export function createCalls(deps: {
  readonly world: World;
  readonly clock: MovableClock;
  readonly callbacks: VideoCallbacks;
  readonly archives: Archives;
  readonly endDelayMs: number;
  readonly onChange: (session: Session) => void;
}): Calls {
  const { world, clock, callbacks, archives, onChange } = deps;

  const runningIn = (session: Session): Archive[] =>
    [...world.archives.values()].filter((archive) => archive.session === session && isRunning(archive));

  const splitWhenDue = (archive: Archive): void => {
    clock.at(clock.now() + LONGEST_ARCHIVE_MS - archives.recordedMs(archive), () => {
      if (!isRunning(archive)) return;
      if (archives.recordedMs(archive) < LONGEST_ARCHIVE_MS) return splitWhenDue(archive);
      archives.stop(archive, 'maximum duration exceeded');
      beginAutomatic(archive.session);
    });
  };

  const beginAutomatic = (session: Session): void => {
    const archive = archives.begin(session, { settings: AUTOMATIC, isAutomatic: true });
    if (session.wasLive) archives.fail(archive, 'failure');
    else splitWhenDue(archive);
  };

  const endIfStillEmpty = (session: Session, emptySince: number): void => {
    if (session.emptySince !== emptySince) return;
    Object.assign(session, { isLive: false, wasLive: true, emptySince: undefined });
    for (const archive of runningIn(session)) archives.stop(archive, 'session ended');
    callbacks.monitoring(session, { event: 'sessionDestroyed' });
  };

  const pause = (archive: Archive): void => {
    archives.pause(archive);
    const { updatedAt: pausedAt } = archive;
    clock.at(pausedAt + LONGEST_IDLE_MS, () => {
      const isSamePause = archive.status === 'paused' && archive.updatedAt === pausedAt;
      if (isSamePause) archives.stop(archive, 'maximum idle time exceeded');
    });
  };

  const unpublish: Calls['unpublish'] = (session, stream, reason = 'clientDisconnected') => {
    if (!session.streams.delete(stream.id)) return;
    callbacks.monitoring(session, { event: 'streamDestroyed', stream, reason });
    if (session.streams.size === 0) for (const archive of runningIn(session)) pause(archive);
    onChange(session);
  };

  return {
    unpublish,
    connect(session, client) {
      const isFirst = !session.isLive;
      if (isFirst) callbacks.monitoring(session, { event: 'sessionCreated' });
      const connection: Connection = { ...client, id: randomUUID(), createdAt: clock.now() };
      session.connections.set(connection.id, connection);
      Object.assign(session, { isLive: true, emptySince: undefined });
      callbacks.monitoring(session, { event: 'connectionCreated', connection });
      if (isFirst && session.archiveMode === 'always') beginAutomatic(session);
      onChange(session);
      return connection;
    },
    disconnect(session, connectionId, reason) {
      const connection = session.connections.get(connectionId);
      if (!connection) return false;
      const own = [...session.streams.values()].filter((stream) => stream.connection === connection);
      for (const stream of own) unpublish(session, stream, reason);
      session.connections.delete(connectionId);
      callbacks.monitoring(session, { event: 'connectionDestroyed', connection, reason });
      onChange(session);
      if (session.connections.size > 0) return true;
      const now = clock.now();
      session.emptySince = now;
      clock.at(now + deps.endDelayMs, () => endIfStillEmpty(session, now));
      return true;
    },
    publish(session, { connection, videoType, hasAudio, hasVideo }) {
      const known = [...session.streams.values()].find(
        (stream) => stream.connection === connection && stream.videoType === videoType,
      );
      const stream = known ?? newStream({ connection, videoType }, clock.now());
      Object.assign(stream, { hasAudio, hasVideo });
      session.streams.set(stream.id, stream);
      for (const archive of runningIn(session)) {
        archive.streams.set(stream.id, stream);
        archives.resume(archive);
      }
      if (!known) callbacks.monitoring(session, { event: 'streamCreated', stream });
      onChange(session);
      return stream;
    },
  };
}

const newStream = (of: Pick<Stream, 'connection' | 'videoType'>, createdAt: number): Stream => ({
  ...of,
  id: randomUUID(),
  createdAt,
  hasAudio: true,
  hasVideo: true,
});
