import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { onTestFinished } from 'vitest';
import type { Room } from '../../src/domain/room.ts';
import { closeServer, listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import { createTraffic } from '../../src/sandbox/traffic.ts';
import { startVideo, type Video } from '../../src/sandbox/video/server.ts';
import { applyMeetingEvent } from '../../src/usecases/apply-meeting-event.ts';
import { claimSession } from '../../src/usecases/claim-session.ts';
import type { Storage } from '../../src/usecases/ports/storage.ts';
import { VIDEO_CALLBACKS } from '../../src/video/callbacks.ts';
import { mountRoomDoor } from '../../src/video/room-door.ts';
import { vonageVideo } from '../../src/video/vonage-video.ts';
import { mountCallbackDoor } from '../../src/vonage/callback-door.ts';
import { applicationId, applicationPublicKey, meetingsOptions } from './meetings-options.ts';
import { roomOrder } from './open-meetings.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { sampleRoom } from './sample-rows.ts';

const PUBLIC_KEY = applicationPublicKey.export({ type: 'spki', format: 'pem' }).toString();
const TOKEN = 'an-application-token-of-this-test';

export interface Knocked {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The doors of rooms that are ours, in front of the sandbox's Video API. */
export interface OpenedDoors {
  readonly video: Video;
  readonly storage: Storage;
  readonly callbackUrl: string;
  /** An open room of Ada's; gives the paths of its guests' and of its host's door. */
  makeRoom(changes?: Partial<Room>): Promise<{ readonly guest: string; readonly host: string }>;
  /** What the page asks there: `state`, or `join` under that name. */
  look(door: string): Promise<Knocked>;
  knock(door: string, name?: unknown): Promise<Knocked>;
  /** Moves our clock, and Vonage's with it. */
  advance(ms: number): void;
  now(): number;
}

export async function openDoors(): Promise<OpenedDoors> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-doors-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const { storage } = await openSqliteStore();
  const app = express();
  const server = await listen(app, { HOST: '127.0.0.1', PORT: 0 });
  onTestFinished(() => closeServer(server, 0));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const callbackUrl = `${origin}${VIDEO_CALLBACKS.path}/${TOKEN}`;
  const video = await startVideo({
    ...{ host: '127.0.0.1', port: 0, applicationId, publicKey: PUBLIC_KEY, pageFolder: null },
    ...{ traffic: createTraffic(), folder, uploadDelayMs: 0, now },
    callbackUrls: { archiveStatus: callbackUrl, sessionMonitoring: callbackUrl },
  });
  onTestFinished(video.close);
  const provider = vonageVideo({
    ...{ ...meetingsOptions(''), apiUrl: video.url, clock: { now } },
    ...{ storage, publicUrl: origin, claim: claimSession },
  });
  onTestFinished(provider.close);
  mountCallbackDoor(app, VIDEO_CALLBACKS, {
    ...{ storage, apply: applyMeetingEvent, provider: 'vonage-video', clock: { now } },
    ...{ applicationTokens: [TOKEN], signatureSecrets: [], log: createLog('silent') },
  });
  mountRoomDoor(app, provider.door);

  return {
    ...{ video, storage, callbackUrl, now },
    async makeRoom(changes = {}) {
      const room = sampleRoom({ provider: 'vonage-video', state: 'open', ...changes });
      const { roomKey, expiresAt: closesAt, recording } = room;
      const order = { ...roomOrder, roomKey, recording, closesAt };
      await storage.transaction(({ rooms }) => rooms.insert(room, 0));
      const { guestUrl, hostUrl } = await provider.createRoom(order);
      return { guest: new URL(guestUrl).pathname, host: new URL(hostUrl).pathname };
    },
    look: (door) => post(`${origin}${door}/state`, {}),
    knock: (door, name = 'Ada') => post(`${origin}${door}/join`, { name }),
    advance(ms) {
      ahead += ms;
      video.control.advance(ms / 1000);
    },
  };
}

async function post(url: string, body: object): Promise<Knocked> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}
