import type { Express } from 'express';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { CALLBACK_PATH, mountCallbacks } from './meetings/callbacks.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Providers } from './providers.ts';
import { applyMeetingEvent } from './usecases/apply-meeting-event.ts';
import type { Storage } from './usecases/ports.ts';
import { mountVideoCallbacks, VIDEO_CALLBACK_PATH } from './video/callbacks.ts';
import { mountRoomDoor } from './video/room-door.ts';
import { mountRoomPage } from './video/room-page.ts';
import type { Door } from './video/stand-at-door.ts';

export interface ProviderDoorsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'onCallback'>;
}

/** Where providers send callbacks: of every one of them, for what was made with it goes on there. */
export function mountProviderCallbacks(app: Express, config: Config, options: ProviderDoorsOptions): void {
  const { metrics, ...rest } = options;
  const callbacks = {
    ...rest,
    apply: applyMeetingEvent,
    applicationTokens: config.CALLBACK_TOKEN ?? [],
    signatureSecrets: config.VONAGE_SIGNATURE_SECRET ?? [],
    onCallback: metrics.onCallback,
  };
  mountCallbacks(app, { ...callbacks, provider: 'vonage-meetings' });
  mountVideoCallbacks(app, { ...callbacks, provider: 'vonage-video' });
}

export function isCallback(url: string): boolean {
  return [CALLBACK_PATH, VIDEO_CALLBACK_PATH].some((path) => url.startsWith(`${path}/`));
}

/** The page of rooms that are ours. */
export function mountRooms(app: Express, config: Config, { door }: Pick<Providers, 'door'>): void {
  mountRoomDoor(app, door);
  const isThere = async (at: Door) => (await door.visits.look(at)) !== undefined;
  mountRoomPage(app, { isThere, clientUrl: config.VIDEO_CLIENT_URL });
}
