import type { Post } from './connection.ts';
import { sessionIdAt } from './meetings-ids.ts';

/** A callback that stores the most and has nothing announced: each of another session. */
export function sessionStarted(_n: number): Post {
  const now = Date.now();
  return callback('session:started', {
    session_id: sessionIdAt(now),
    started_at: new Date(now).toISOString(),
  });
}

/** A callback after which a message has to appear in the room's channel. */
export function recordingStarted(recordingId: string): Post {
  return callback('recording:started', { recording_id: recordingId, session_id: sessionIdAt(Date.now()) });
}

function callback(event: string, members: Readonly<Record<string, string>>): Post {
  return {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event, ...members }),
  };
}
