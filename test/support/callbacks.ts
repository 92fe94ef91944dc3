import type { Roomtone } from './roomtone.ts';

/** One GET of the Meetings API, as the application. */
export async function readMeetings<Body>(
  app: Pick<Roomtone, 'meetings' | 'meetingsToken'>,
  path: string,
): Promise<Body> {
  const response = await fetch(`${app.meetings.apiUrl}${path}`, {
    headers: { authorization: `Bearer ${await app.meetingsToken()}` },
  });
  return (await response.json()) as Body;
}

/** Where the app wants a room's callbacks, its token included. */
export async function callbackUrlOf(app: Roomtone, roomId: string): Promise<string> {
  const room = await readMeetings<{ callback_urls: { recordings_callback_url: string } }>(
    app,
    `/rooms/${roomId}`,
  );
  return room.callback_urls.recordings_callback_url;
}

/** Posts a callback, text and bytes as they are and anything else as JSON; gives the status of the answer. */
export async function deliver(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });
  await response.body?.cancel();
  return response.status;
}

/** A session with one recording. Times are epoch milliseconds. */
export interface PastMeeting {
  readonly roomId: string;
  readonly sessionId: string;
  readonly recordingId: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Person {
  readonly participantId: string;
  readonly name: string;
}

/** The bodies of a meeting's callbacks. Source: OpenAPI 0.1.7, `x-webhooks`. */
export function callbacksOf({ roomId, sessionId, recordingId, startedAt, endedAt }: PastMeeting) {
  const session = { session_id: sessionId, room_id: roomId, started_at: new Date(startedAt).toISOString() };
  const recording = { recording_id: recordingId, session_id: sessionId };
  const ended = {
    ...recording,
    started_at: session.started_at,
    ended_at: new Date(endedAt).toISOString(),
    duration: String(Math.round((endedAt - startedAt) / 1000)),
  };
  const moved = (verb: 'joined' | 'left', { participantId, name }: Person) => ({
    event: `session:participant:${verb}`,
    participant_id: participantId,
    session_id: sessionId,
    room_id: roomId,
    name,
    type: 'Guest',
    is_host: false,
  });
  return {
    sessionStarted: { event: 'session:started', ...session },
    sessionEnded: { event: 'session:ended', ...session, ended_at: ended.ended_at },
    joined: (person: Person) => moved('joined', person),
    left: (person: Person) => moved('left', person),
    started: { event: 'recording:started', ...recording },
    ended: { event: 'recording:ended', ...ended },
    uploaded: {
      event: 'recording:uploaded',
      ...ended,
      room_id: roomId,
      url: 'https://prod-meetings-recordings.s3.amazonaws.com/123/archive.mp4?Signature=of-the-callback',
    },
  };
}
