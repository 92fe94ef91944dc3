import { randomUUID } from 'node:crypto';
import { AUTOMATIC } from './archive-schema.ts';
import type { Archives } from './archives.ts';
import type { VideoCallbacks } from './callbacks.ts';
import type { Connection, Session } from './model.ts';

/** A host alone in a session that nobody has been in, recorded from beginning to end, at times already past. Returns the archive's id. */
export function recordPast(
  session: Session,
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
  { callbacks, archives }: { readonly callbacks: VideoCallbacks; readonly archives: Archives },
): string {
  const connection: Connection = {
    id: randomUUID(),
    createdAt: startedAt,
    data: JSON.stringify({ name: 'Host', isHost: true, participantId: 'past' }),
    role: 'moderator',
    source: 'script',
  };
  callbacks.monitoring(session, { event: 'sessionCreated' }, startedAt);
  callbacks.monitoring(session, { event: 'connectionCreated', connection }, startedAt);
  const archive = archives.begin(session, { settings: AUTOMATIC, isAutomatic: true, at: startedAt });
  archive.streams.set('past', { id: randomUUID(), hasAudio: true, hasVideo: true });
  callbacks.monitoring(
    session,
    { event: 'connectionDestroyed', connection, reason: 'clientDisconnected' },
    endedAt,
  );
  archives.stop(archive, 'session ended', endedAt);
  callbacks.monitoring(session, { event: 'sessionDestroyed' }, endedAt);
  session.wasLive = true;
  return archive.id;
}
