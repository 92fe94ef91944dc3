import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { notFound } from './api-error.ts';
import type { CallMessage, CallStart, CallView } from './call-protocol.ts';
import type { Calls } from './calls.ts';
import { type Connection, isRunning, type Session, type World } from './model.ts';

/** One page in a session. */
export interface Line {
  readonly session: Session;
  readonly connection: Connection;
  /** To the page; undefined while it does not listen. */
  tell: ((message: CallMessage) => void) | undefined;
  silence: NodeJS.Timeout | undefined;
}

/** The pages in sessions. One that does not listen for too long, in real time, is gone. */
export interface CallLines {
  open(session: Session, client: Pick<Connection, 'data' | 'role'>): CallStart;
  /** Throws {@link ApiError} 404. */
  find(key: string): Line;
  /** Tells how the session is now and from now on. Returns what ends it. */
  listen(key: string, tell: (message: CallMessage) => void): () => void;
  /** The line of a participant whose page is here. */
  of(participantId: string): Line | undefined;
  /** Fine for somebody who is gone already. */
  close(key: string): void;
}

export function createCallLines(deps: {
  readonly world: World;
  readonly calls: Calls;
  readonly changes: EventEmitter<{ change: [Session] }>;
  readonly silenceMs: number;
}): CallLines {
  const { world, calls, silenceMs } = deps;
  const lines = new Map<string, Line>();

  deps.changes.on('change', (session) => {
    const view = viewOf(session, world);
    for (const [key, { session: own, connection, tell, silence }] of lines) {
      if (own !== session) continue;
      if (session.connections.has(connection.id)) {
        tell?.({ type: 'view', view });
        continue;
      }
      clearTimeout(silence);
      lines.delete(key);
      tell?.({ type: 'ended' });
    }
  });

  const awaitListener = (line: Line): void => {
    const giveUp = (): unknown => calls.disconnect(line.session, line.connection.id, 'networkDisconnected');
    line.silence = setTimeout(giveUp, silenceMs).unref();
  };

  const find = (key: string): Line => {
    const line = lines.get(key);
    if (!line) throw notFound('You are not in the session any more');
    return line;
  };

  return {
    find,
    open(session, client) {
      const connection = calls.connect(session, { ...client, source: 'page' });
      const key = randomUUID();
      const line: Line = { session, connection, tell: undefined, silence: undefined };
      lines.set(key, line);
      awaitListener(line);
      return { participantId: connection.id, key };
    },
    listen(key, tell) {
      const line = find(key);
      clearTimeout(line.silence);
      line.tell = tell;
      tell({ type: 'view', view: viewOf(line.session, world) });
      return () => {
        if (line.tell !== tell) return;
        line.tell = undefined;
        awaitListener(line);
      };
    },
    of: (participantId) => [...lines.values()].find(({ connection }) => connection.id === participantId),
    close(key) {
      const line = lines.get(key);
      if (!line) return;
      clearTimeout(line.silence);
      lines.delete(key);
      calls.disconnect(line.session, line.connection.id, 'clientDisconnected');
    },
  };
}

function viewOf(session: Session, world: World): CallView {
  const archives = [...world.archives.values()].filter((archive) => archive.session === session);
  return {
    participants: [...session.connections.values()].map(({ id, data }) => ({ id, data })),
    pictures: [...session.streams.values()].map(({ id, connection, videoType, hasAudio, hasVideo }) => ({
      id,
      participantId: connection.id,
      kind: videoType,
      hasAudio,
      hasVideo,
    })),
    archiveId: archives.find(isRunning)?.id ?? null,
  };
}
