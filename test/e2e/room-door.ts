import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import express from 'express';
import { mountRoomPage } from '../../src/video/room-page.ts';

/** As the door tells it, but for who asks. */
export interface Room {
  readonly title: string;
  readonly state: 'open' | 'not-yet' | 'full' | 'expired';
  readonly recording: 'automatic' | 'offered' | 'none';
  readonly waitingRoom: boolean;
  readonly hostIsIn: boolean;
}

/** The app's door of rooms, played: the real page and its policy, and rooms that are as a test says. */
export interface RoomDoor {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** By code. The host's secret is `<code>-host`. */
  readonly rooms: Map<string, Room>;
  close(): Promise<void>;
}

export const TEST_CLIENT = '/client.js';

const CLIENT = stripTypeScriptTypes(readFileSync(new URL('broadcast-client.ts', import.meta.url), 'utf8'));

/** The page as `npm run build` made it. @param clientPath Undefined: Vonage's own client. */
export async function startRoomDoor(clientPath?: typeof TEST_CLIENT): Promise<RoomDoor> {
  const rooms = new Map<string, Room>();
  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const find = (code: string) => rooms.get(code.replace(/-host$/, ''));

  app.use(express.json());
  app.get(TEST_CLIENT, (_request, response) => void response.type('js').send(CLIENT));
  mountRoomPage(app, {
    clientUrl: clientPath === undefined ? undefined : new URL(clientPath, origin),
    isThere: async (door) => find('code' in door ? door.code : door.secret) !== undefined,
  });
  app.post(['/r/:code/state', '/h/:code/state'], ({ params, path }, response) => {
    const room = find(String(params['code']));
    if (room) response.json({ ...room, isHost: path.startsWith('/h/') });
    else response.status(404).json({ error: 'unknown' });
  });
  app.post(['/r/:code/join', '/h/:code/join'], ({ params, path, body }, response) => {
    const room = find(String(params['code']));
    const isHost = path.startsWith('/h/');
    if (!room) return void response.status(404).json({ error: 'unknown' });
    if (room.state === 'expired') return void response.status(410).json({ error: 'expired' });
    if (room.waitingRoom && !room.hostIsIn && !isHost) {
      return void response.status(409).json({ error: 'waiting' });
    }
    const token = JSON.stringify({ name: body.name, isHost });
    response.json({
      applicationId: 'application',
      sessionId: 'session',
      token,
      role: isHost ? 'host' : 'guest',
    });
  });

  return {
    origin,
    rooms,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
