import { setTimeout as delay } from 'node:timers/promises';
import type { Video } from '../../../src/sandbox/video/server.ts';
import { hostSecrets } from '../../../src/video/host-secrets.ts';
import type { RoomServer, StartOptions, Visit } from './provider.ts';

/** What somebody gets at a room's door. */
export interface Ticket {
  readonly applicationId: string;
  readonly sessionId: string;
  readonly token: string;
}

/** People at the doors of rooms, who do what the rooms' page does. */
export interface VideoVisits extends Pick<RoomServer, 'goIn'> {
  /** Is let in at `/r/…` or `/h/…`, and tries again until then. */
  knock(door: string, name: string): Promise<Ticket>;
}

/** Until somebody tries again what did not work. */
const AGAIN_MS = 600;
const CLOSED = new Set([404, 410]);

export function videoVisits({ appUrl, privateKey }: StartOptions, { url }: Video): VideoVisits {
  const { secretOf } = hostSecrets(privateKey);

  const knock: VideoVisits['knock'] = async (door, name) => {
    await insist(`${appUrl}${door}/state`, {});
    return (await insist(`${appUrl}${door}/join`, { name })) as Ticket;
  };

  async function visit(door: string, name: string): Promise<Visit> {
    const { applicationId, sessionId, token } = await knock(door, name);
    const line = await send(`${url}/_call/lines`, {
      method: 'POST',
      body: { applicationId, sessionId },
      token,
    });
    const { key } = (await line.json()) as { key: string };
    const body = { hasAudio: true, hasVideo: true };
    await send(`${url}/_call/lines/${key}/streams/camera`, { method: 'PUT', body });
    return {
      sessionId,
      leave: async () => void (await send(`${url}/_call/lines/${key}/leave`, { method: 'POST' })),
    };
  }

  return {
    knock,
    async goIn({ roomId, title }, hostUserId) {
      const [host, guest] = await Promise.all([
        visit(`/h/${secretOf(roomId, hostUserId)}`, 'Ada'),
        visit(`/r/${roomId}`, 'Ben'),
      ]);
      if (host.sessionId !== guest.sessionId) throw new Error(`Two in ${title} are in two sessions`);
      const leave = async () => void (await Promise.all([host.leave(), guest.leave()]));
      return { sessionId: host.sessionId, leave };
    },
  };
}

/** Again whenever the app is away or says that it does not work just now. */
async function insist(address: string, body: object): Promise<unknown> {
  for (;;) {
    const response = await send(address, { method: 'POST', body }).catch(() => undefined);
    if (response?.ok) return response.json();
    if (CLOSED.has(response?.status ?? 0)) throw new Error(`${address} answered ${response?.status}`);
    await delay(AGAIN_MS, undefined, { ref: false });
  }
}

interface Sent {
  readonly method: 'POST' | 'PUT';
  readonly body?: object;
  readonly token?: string;
}

function send(address: string, { method, body = {}, token }: Sent): Promise<Response> {
  const bearer = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', ...bearer };
  return fetch(address, { method, headers, body: JSON.stringify(body) });
}
