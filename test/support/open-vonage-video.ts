import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createTraffic } from '../../src/sandbox/traffic.ts';
import { startVideo } from '../../src/sandbox/video/server.ts';
import { applyMeetingEvent } from '../../src/usecases/apply-meeting-event.ts';
import { claimSession } from '../../src/usecases/claim-session.ts';
import type { MeetingRoom, RoomOrder } from '../../src/usecases/ports/meetings.ts';
import type { Storage } from '../../src/usecases/ports/storage.ts';
import { VIDEO_CALLBACKS } from '../../src/video/callbacks.ts';
import { vonageVideo } from '../../src/video/vonage-video.ts';
import { applicationId, applicationPublicKey, meetingsOptions } from './meetings-options.ts';
import { roomOrder } from './open-meetings.ts';
import type { OpenProvider } from './open-provider.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { sampleRoom } from './sample-rows.ts';
import { takeInEvents } from './take-in-events.ts';

const PUBLIC_KEY = applicationPublicKey.export({ type: 'spki', format: 'pem' }).toString();
const PROVIDER = 'vonage-video';
const PUBLIC_URL = 'https://roomtone.test';

/** Vonage's Video API, as the sandbox speaks it, with our own rooms in front of it. */
export const openVonageVideo: OpenProvider = async ({ uploadDelayMs = 0 } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-provider-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { storage } = await openSqliteStore();
  const events = await takeInEvents({
    ...{ wire: VIDEO_CALLBACKS, provider: PROVIDER },
    ...{ storage, apply: applyMeetingEvent },
  });
  const { callbackUrl } = events;
  const { control, url, close } = await startVideo({
    ...{ host: '127.0.0.1', port: 0, applicationId, publicKey: PUBLIC_KEY, pageFolder: null },
    ...{ traffic: createTraffic(), folder, uploadDelayMs, endDelayMs: 0 },
    callbackUrls: { archiveStatus: callbackUrl, sessionMonitoring: callbackUrl },
  });
  onTestFinished(close);
  const now = () => Date.now() + control.aheadSeconds() * 1000;
  // Tokens are checked against the real time, whatever the server's clock shows.
  const clock = { now: Date.now };
  const provider = vonageVideo({
    ...{ ...meetingsOptions(''), apiUrl: url, clock },
    ...{ storage, publicUrl: PUBLIC_URL, claim: claimSession },
  });
  onTestFinished(provider.close);
  const orders = new Map<string, RoomOrder>();
  return {
    meetings: provider,
    now,
    advance: (ms) => control.advance(ms / 1000),
    order(changes) {
      const order = { ...roomOrder, callbackUrl, ...changes };
      orders.set(order.roomKey, order);
      return order;
    },
    async join(room, person) {
      await open(storage, room, orders.get(String(room.roomKey)));
      const { guestUrl, hostUrl } = await provider.getRoom(room.providerRoomId);
      const [, , key = ''] = new URL(person.host ? hostUrl : guestUrl).pathname.split('/');
      const door = person.host ? { secret: key } : { code: key };
      const admitted = await provider.door.visits.join(door, person.name);
      if (admitted === undefined || 'refused' in admitted) throw new Error('Nobody was let in');
      const { sessionId, name, isHost } = admitted;
      const connectionId = control.join(sessionId, { name, host: isHost });
      return { leave: async () => control.leave(sessionId, connectionId) };
    },
    told: events.told,
    happened: events.happened,
  };
};

/** The room as the app knows it, unless it does already. */
async function open(storage: Storage, { providerRoomId }: MeetingRoom, order: RoomOrder = roomOrder) {
  const { roomKey, recording, joinApproval } = order;
  const made = { provider: PROVIDER, providerRoomId, state: 'open' } as const;
  const room = sampleRoom({ roomKey, recording, joinApproval, ...made });
  await storage.transaction(async ({ rooms }) => {
    if ((await rooms.find(room.roomKey)) === undefined) await rooms.insert(room, 0);
  });
}
