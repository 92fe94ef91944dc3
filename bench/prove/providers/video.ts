import { createTraffic } from '../../../src/sandbox/traffic.ts';
import { startVideo } from '../../../src/sandbox/video/server.ts';
import type { MadeRoom } from '../ledger.ts';
import { keyOf, readBody } from '../message-key.ts';
import { PLOTS_OF_ALL } from '../stories.ts';
import type { Exchange } from '../wire.ts';
import { type Provider, REFUSED, type RoomServer, type StartOptions } from './provider.ts';
import { askVideo } from './video-ask.ts';
import { closeByClock, closingOfRow } from './video-clock.ts';
import { judgeVideo } from './video-verdict.ts';
import { videoVisits } from './video-visits.ts';

const HOST = '127.0.0.1';
const DAY_MS = 86_400_000;
const MAKES_SESSION = 'POST /session/create';
/** Nobody's page falls silent: nobody has one. */
const SILENCE_MS = DAY_MS;
/** The share of sessions that are refused at first, and of those whose id never comes. */
const UNLUCKY = 0.1;

const DOORS = ['/r', '/h'].flatMap((door) => ['state', 'join'].map((what) => `POST ${door}/:key/${what}`));
const ARCHIVE_CALLBACKS = ['started', 'paused', 'stopped', 'available'].map((status) => `archive ${status}`);

/** The Video API's server: it has sessions and archives, the rooms are the app's. */
export const VIDEO: Provider = {
  name: 'vonage-video',
  steps: {
    calls: [
      MAKES_SESSION,
      'GET /archive',
      'POST /archive',
      'GET /archive/:id',
      'DELETE /archive/:id',
      'POST /archive/:id/stop',
    ],
    incoming: [
      ...DOORS,
      ...['sessionCreated', 'connectionCreated', 'streamCreated'],
      ...['streamDestroyed', 'connectionDestroyed', 'sessionDestroyed'],
      ...ARCHIVE_CALLBACKS,
    ],
    uploaded: 'archive available',
    // A room of ours is made without asking anybody: it never fails, and a kill in between is up to chance.
    none: ['click room.retry', 'job find-room'],
  },
  plots: [...PLOTS_OF_ALL, 'manual', 'returned', 'unused'],
  callStep,
  incomingStep({ path, body }) {
    const [, door, what] = /^\/(r|h)\/[^/]+\/(\w+)$/.exec(path) ?? [];
    if (door !== undefined) return `POST /${door}/:key/${what}`;
    if (!path.startsWith('/callbacks/')) return undefined;
    const { event, status } = JSON.parse(body) as Record<string, string>;
    return event === 'archive' ? `archive ${status}` : event;
  },
  roomMadeBy,
  toldBy(callback) {
    const { event, status, id, sessionId } = callback as Record<string, string>;
    const isBegun =
      event === 'archive' && status === 'started' && id !== undefined && sessionId !== undefined;
    return { sessionId, ...(isBegun && { began: { recordingId: id, sessionId } }) };
  },
  accidents: (random) => (call, moment) => {
    if (callStep(call) !== MAKES_SESSION || moment === 'heard' || random() >= UNLUCKY) return 'go';
    return moment === 'sent' ? REFUSED : 'cut';
  },
  start,
};

function callStep({ method, path }: Exchange): string {
  const [route = ''] = path.replace(/^\/v2\/project\/[^/]+/, '').split('?');
  return `${method} ${route.replace(/^\/archive\/[^/]+/, '/archive/:id')}`;
}

/** Nobody is asked for a room: its card is the first that is seen of it. */
function roomMadeBy({ path, body, headers, answer }: Exchange): MadeRoom | undefined {
  if (!path.endsWith('/chat.postMessage') || !answer?.body.includes('"ok":true')) return undefined;
  const card = readBody(body, headers);
  const [, roomKey] = /^room:(\S+) card$/.exec(keyOf(card)) ?? [];
  const text = JSON.stringify(card);
  const [, roomId] = /\/r\/([\w-]{22})/.exec(text) ?? [];
  const [title] = /Story \d+ \w+/.exec(text) ?? [];
  if (roomKey === undefined || roomId === undefined || title === undefined) return undefined;
  const [, seconds] = /<!date\^(\d+)/.exec(text) ?? [];
  return { roomId, roomKey, title, expiresAt: Number(seconds) * 1_000 };
}

async function start(options: StartOptions): Promise<RoomServer> {
  const { folder, applicationId, publicKey, callbackToken, appUrl, uploadDelayMs } = options;
  const callbackUrl = `${appUrl}/callbacks/video/${callbackToken}`;
  const video = await startVideo({
    ...{ host: HOST, port: 0, traffic: createTraffic(), pageFolder: null, folder, applicationId, publicKey },
    callbackUrls: { archiveStatus: callbackUrl, sessionMonitoring: callbackUrl },
    endDelayMs: 100,
    silenceMs: SILENCE_MS,
    ...(uploadDelayMs !== undefined && { uploadDelayMs }),
  });
  const ask = askVideo(video, options);
  const visits = videoVisits(options, video);
  return {
    port: video.port,
    remindedAfterMs: 2 * DAY_MS,
    env: (origin) => ({ PROVIDER: 'vonage-video', VIDEO_API_URL: origin, CALLBACK_TOKEN: callbackToken }),
    setFaults: video.control.setFaults,
    goIn: visits.goIn,
    turnBack: async ({ roomId }) => void (await visits.knock(`/r/${roomId}`, 'Cy')),
    async recordPast({ roomId }, times) {
      const { sessionId } = await visits.knock(`/r/${roomId}`, 'Ada');
      return { sessionId, recordingId: video.control.recordPast({ ...times, sessionId }) };
    },
    letClose: closeByClock,
    closingOf: closingOfRow,
    statusOf: async (recordingId) => (await ask(`/archive/${recordingId}`)).status,
    judge: (court) => judgeVideo(court, ask),
    close: () => video.close(),
  };
}
