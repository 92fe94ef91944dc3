import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { createTraffic } from '../../src/sandbox/traffic.ts';
import { startVideo, type Video } from '../../src/sandbox/video/server.ts';
import { recordingMessages } from './in-slack.ts';
import { applicationId, applicationPublicKey, meetingsOptions } from './meetings-options.ts';
import { type Roomtone, roomtone } from './roomtone.ts';

const PUBLIC_KEY = applicationPublicKey.export({ type: 'spki', format: 'pem' }).toString();
const TOKEN = 'a-callback-token-of-these-tests';

export interface VideoRoomtone {
  readonly app: Roomtone & {
    /** Waits until #general has been told of that stage of a recording. */
    told(stage: string): Promise<void>;
  };
  readonly video: Video;
  readonly callbackUrl: string;
  /** Somebody comes in by a link, as the page has them do. */
  enter(url: string, name: string): Promise<{ readonly sessionId: string; leave(): void }>;
  /** What the page learns at the link. */
  look(url: string): Promise<unknown>;
}

/** The app that makes its rooms with the sandbox's Video API, all on free ports, closed when the test ends. */
export async function videoRoomtone(env: Readonly<Record<string, string>> = {}): Promise<VideoRoomtone> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-video-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const video = await startVideo({
    ...{ host: '127.0.0.1', port: 0, applicationId, publicKey: PUBLIC_KEY, pageFolder: null },
    ...{ traffic: createTraffic(), folder, uploadDelayMs: 0 },
    now: () => app.now(),
  });
  onTestFinished(video.close);
  const app = await roomtone({
    env: {
      PROVIDER: 'vonage-video',
      VIDEO_API_URL: video.url,
      CALLBACK_TOKEN: TOKEN,
      VONAGE_APPLICATION_ID: applicationId,
      VONAGE_PRIVATE_KEY: meetingsOptions('').privateKey,
      ...env,
    },
  });
  const callbackUrl = `${app.url}/callbacks/video/${TOKEN}`;
  video.control.setCallbackUrls({ archiveStatus: callbackUrl, sessionMonitoring: callbackUrl });
  const told = (stage: string) =>
    vi.waitUntil(
      async () => {
        await app.settle();
        return recordingMessages(app, 'general').some((message) => message.stage === stage);
      },
      { timeout: 10_000 },
    );
  return {
    app: Object.assign(app, { told: async (stage: string) => void (await told(stage)) }),
    video,
    callbackUrl,
    async enter(url, name) {
      const { sessionId } = (await post(`${url}/join`, { name })) as { sessionId: string };
      const connection = video.control.join(sessionId, { name });
      return { sessionId, leave: () => video.control.leave(sessionId, connection) };
    },
    look: (url) => post(`${url}/state`, {}),
  };
}

async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}
