import type { MovableClock } from '../vonage/movable-clock.ts';
import { notFound } from './api-error.ts';
import type { Archives } from './archives.ts';
import type { CallbackUrls, VideoCallbacks } from './callbacks.ts';
import type { Calls } from './calls.ts';
import type { FaultInput, FaultSettings, VideoFaults } from './faults.ts';
import type { Connection, Session, World } from './model.ts';
import { nameOf } from './name-of.ts';
import { recordPast } from './past-archive.ts';

const GUEST_NAME = 'Guest';

/** What scripts and the workspace page can make happen. Refusals are {@link ApiError}s. */
export interface VideoControl {
  /** Somebody connects and shows themselves, with no token and no page. Returns the connection's id. */
  join(sessionId: string, person: { readonly name: string; readonly host?: boolean }): string;
  leave(sessionId: string, connectionId: string): void;
  /** A drawn participant joins, or leaves when already there. */
  bringGuest(sessionId: string): void;
  /** An archive goes wrong, while it is made or afterwards. */
  failArchive(archiveId: string, reason: string): void;
  advance(seconds: number): void;
  aheadSeconds(): number;
  setFaults(faults: FaultInput): void;
  faults(): FaultSettings;
  setCallbackUrls(urls: CallbackUrls): void;
  /** Sessions somebody is in. */
  liveSessions(): { readonly sessionId: string; readonly people: readonly string[] }[];
  /**
   * Tells of one host and one archive that took place in the session at the given times (epoch milliseconds), with all of
   * their callbacks. The video is the generated clip. Returns the archive's id.
   */
  recordPast(past: {
    readonly sessionId: string;
    readonly startedAt: number;
    readonly endedAt: number;
  }): string;
}

interface ControlDeps {
  readonly world: World;
  readonly clock: MovableClock;
  readonly faults: VideoFaults;
  readonly callbacks: VideoCallbacks;
  readonly archives: Archives;
  readonly calls: Calls;
}

export function createControl(deps: ControlDeps): VideoControl {
  const { world, clock, faults, callbacks, archives, calls } = deps;

  const join: VideoControl['join'] = (sessionId, { name, host = false }) => {
    const session = findSession(world, sessionId);
    const data = JSON.stringify({ name, isHost: host, participantId: `script-${name}` });
    const role = host ? 'moderator' : 'publisher';
    const connection = calls.connect(session, { data, role, source: 'script' });
    calls.publish(session, { connection, videoType: 'camera', hasAudio: true, hasVideo: true });
    return connection.id;
  };

  const leave: VideoControl['leave'] = (sessionId, connectionId) => {
    const isGone = calls.disconnect(findSession(world, sessionId), connectionId, 'clientDisconnected');
    if (!isGone) throw notFound('No client with this connection ID is in the session');
  };

  return {
    join,
    leave,
    bringGuest(sessionId) {
      const guest = [...findSession(world, sessionId).connections.values()].find(isDrawnGuest);
      if (guest) leave(sessionId, guest.id);
      else join(sessionId, { name: GUEST_NAME });
    },
    failArchive(archiveId, reason) {
      const archive = world.archives.get(archiveId);
      if (!archive) throw notFound('Archive not found');
      archives.fail(archive, reason);
    },
    advance: (seconds) => clock.advance(seconds),
    aheadSeconds: () => clock.aheadSeconds(),
    setFaults: (input) => faults.set(input),
    faults: () => faults.current(),
    setCallbackUrls: (urls) => callbacks.setUrls(urls),
    liveSessions: () =>
      [...world.sessions.values()].flatMap(({ id, connections }) =>
        connections.size > 0 ? [{ sessionId: id, people: [...connections.values()].map(nameOf) }] : [],
      ),
    recordPast: ({ sessionId, ...times }) => recordPast(findSession(world, sessionId), times, deps),
  };
}

function findSession(world: World, sessionId: string): Session {
  const session = world.sessions.get(sessionId);
  if (!session) throw notFound('The session does not exist');
  return session;
}

const isDrawnGuest = (connection: Connection): boolean =>
  connection.source === 'script' && nameOf(connection) === GUEST_NAME;
