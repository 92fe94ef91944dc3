import { systemClock } from '../../../src/clock.ts';
import { type Meetings, startMeetings } from '../../../src/sandbox/meetings/server.ts';
import { createTraffic } from '../../../src/sandbox/traffic.ts';
import { applicationToken } from '../../../src/vonage/token.ts';
import type { MadeRoom } from '../ledger.ts';
import { PLOTS_OF_ALL } from '../stories.ts';
import type { Exchange } from '../wire.ts';
import { type Provider, REFUSED, type RoomServer, type StartOptions } from './provider.ts';

const HOST = '127.0.0.1';
const DAY_MS = 86_400_000;
const MAKES_ROOM = 'POST /rooms';

/** The Meetings API's server, with rooms of its own. */
export interface MeetingsServer extends RoomServer {
  readonly meetings: Meetings;
}

export const MEETINGS: Provider<MeetingsServer> = {
  name: 'vonage-meetings',
  steps: {
    calls: [
      MAKES_ROOM,
      'GET /rooms',
      'GET /rooms/:id',
      'PATCH /rooms/:id',
      'GET /recordings/:id',
      'DELETE /recordings/:id',
      'GET /sessions/:id/recordings',
    ],
    incoming: [
      'room:expired',
      'session:started',
      'session:participant:joined',
      'session:participant:left',
      'session:ended',
      'recording:started',
      'recording:ended',
      'recording:uploaded',
    ],
    uploaded: 'recording:uploaded',
    // There people start and stop recording in the room.
    none: ['click room.start-recording', 'click room.stop-recording', 'job set-recording'],
  },
  plots: [...PLOTS_OF_ALL, 'again', 'lost'],
  callStep,
  incomingStep: ({ path, body }) =>
    path.startsWith('/callbacks/') ? String(JSON.parse(body).event) : undefined,
  roomMadeBy,
  toldBy(callback) {
    const { event, recording_id: recordingId, session_id: sessionId } = callback as Record<string, string>;
    const isBegun = event === 'recording:started' && sessionId !== undefined && recordingId !== undefined;
    return { sessionId, ...(isBegun && { began: { recordingId, sessionId } }) };
  },
  accidents() {
    const happened = new Set<string>();
    const happens = ({ body }: Exchange, plot: string): boolean => {
      const [title] = /Story \d+ \w+/.exec(body) ?? [];
      if (!title?.endsWith(plot) || happened.has(title)) return false;
      happened.add(title);
      return true;
    };
    return (call, moment) => {
      if (callStep(call) !== MAKES_ROOM) return 'go';
      if (moment === 'sent' && happens(call, 'again')) return REFUSED;
      return moment === 'done' && happens(call, 'lost') ? 'cut' : 'go';
    };
  },
  start,
};

function callStep({ method, path }: Exchange): string {
  const [route = ''] = path.replace('/v1/meetings', '').split('?');
  return `${method} ${route.replace(/^\/(\w+)\/[^/]+/, '/$1/:id')}`;
}

function roomMadeBy({ method, path, body, answer }: Exchange): MadeRoom | undefined {
  if (method !== 'POST' || path !== '/v1/meetings/rooms' || answer?.status !== 201) return undefined;
  const made = JSON.parse(answer.body) as { id: string; expires_at?: string };
  const asked = JSON.parse(body) as { display_name: string; metadata: string };
  const expiresAt = Date.parse(made.expires_at ?? '');
  return { roomId: made.id, roomKey: asked.metadata, title: asked.display_name, expiresAt };
}

async function start(options: StartOptions): Promise<MeetingsServer> {
  const { folder, applicationId, publicKey, uploadDelayMs } = options;
  const meetings = await startMeetings({
    ...{ host: HOST, port: 0, traffic: createTraffic(), pageFolder: null, folder, applicationId, publicKey },
    endDelayMs: 100,
    ...(uploadDelayMs !== undefined && { uploadDelayMs }),
  });
  const { control } = meetings;
  const token = applicationToken({ ...options, clock: systemClock });
  const ask = async (path: string) =>
    fetch(`${meetings.apiUrl}${path}`, { headers: { authorization: `Bearer ${await token()}` } });
  return {
    meetings,
    port: meetings.port,
    remindedAfterMs: 24 * DAY_MS,
    env: (origin) => ({ MEETINGS_API_URL: `${origin}/v1/meetings` }),
    setFaults: control.setFaults,
    async goIn({ roomId }) {
      const { sessionId, participantId } = control.join(roomId, { name: 'Ada', host: true });
      return { sessionId, leave: async () => control.leave(sessionId, participantId) };
    },
    // The app knows nothing of that.
    turnBack: async () => undefined,
    recordPast: async ({ roomId }, times) => control.recordPast({ ...times, roomId }),
    letClose: async ({ roomId }) => control.closeRoom(roomId),
    async closingOf(roomId) {
      const answer = await ask(`/rooms/${roomId}`);
      const there = (await answer.json()) as { type: string; expires_at: string; expire_after_use: boolean };
      if (there.type !== 'long_term') return undefined;
      return { expiresAt: Date.parse(there.expires_at), closesAfterSession: there.expire_after_use };
    },
    statusOf: async (recordingId) => (await ask(`/recordings/${recordingId}`)).status,
    judge: async () => undefined,
    close: () => meetings.close(),
  };
}
