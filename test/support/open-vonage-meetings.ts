import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { MEETINGS_CALLBACKS } from '../../src/meetings/callbacks.ts';
import { vonageMeetings } from '../../src/meetings/vonage-meetings.ts';
import { startMeetings } from '../../src/sandbox/meetings/server.ts';
import { createTraffic } from '../../src/sandbox/traffic.ts';
import { applicationId, applicationPublicKey, meetingsOptions } from './meetings-options.ts';
import { roomOrder } from './open-meetings.ts';
import type { OpenProvider } from './open-provider.ts';
import { takeInEvents } from './take-in-events.ts';

const PUBLIC_KEY = applicationPublicKey.export({ type: 'spki', format: 'pem' }).toString();

/** Vonage's Meetings API, as the sandbox speaks it. */
export const openVonageMeetings: OpenProvider = async ({ uploadDelayMs = 0 } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-provider-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startMeetings({
    ...{ host: '127.0.0.1', port: 0, applicationId, publicKey: PUBLIC_KEY, pageFolder: null },
    ...{ traffic: createTraffic(), folder, uploadDelayMs, endDelayMs: 0 },
  });
  onTestFinished(server.close);
  const { control } = server;
  // Tokens are checked against the real time, whatever the server's clock shows.
  const clock = { now: Date.now };
  const meetings = vonageMeetings({ ...meetingsOptions(''), apiUrl: server.apiUrl, clock });
  onTestFinished(meetings.close);
  const events = await takeInEvents({
    wire: MEETINGS_CALLBACKS,
    provider: 'vonage-meetings',
  });
  return {
    meetings,
    now: () => Date.now() + control.aheadSeconds() * 1000,
    advance: (ms) => control.advance(ms / 1000),
    order: (changes) => ({ ...roomOrder, callbackUrl: events.callbackUrl, ...changes }),
    async join({ providerRoomId }, person) {
      const { sessionId, participantId } = control.join(providerRoomId, person);
      return { leave: async () => control.leave(sessionId, participantId) };
    },
    told: events.told,
    happened: events.happened,
  };
};
