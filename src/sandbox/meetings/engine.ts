import type { Traffic } from '../traffic.ts';
import { createDeliverer } from '../vonage/callback-delivery.ts';
import { createCallbackSender } from '../vonage/callback-sender.ts';
import { signCallback } from '../vonage/callback-signature.ts';
import { createMovableClock } from '../vonage/movable-clock.ts';
import { openRecordingFiles } from '../vonage/recording-files.ts';
import { createSignedUrls } from '../vonage/signed-urls.ts';
import { createMeetingsFaults } from './faults.ts';
import type { Profile, World } from './model.ts';
import { createPresence } from './presence.ts';
import { createRecordingLink } from './recording-links.ts';
import { createRecordings } from './recordings.ts';
import { createRoomCallbacks } from './room-callbacks.ts';
import { createRoomLinks } from './room-links.ts';
import { createRooms } from './rooms.ts';
import { createSessions } from './sessions.ts';

export interface EngineOptions {
  readonly applicationId: string;
  readonly traffic: Traffic;
  /** Where recordings' files go, in a folder of their own that is emptied at the start. */
  readonly folder: string;
  readonly profile: Profile;
  /** Signs callbacks (HS256). */
  readonly signatureSecret: string | undefined;
  readonly uploadDelayMs: number;
  readonly endDelayMs: number;
  readonly silenceMs: number;
}

export type Engine = ReturnType<typeof createEngine>;

/** Everything behind the HTTP routes, put together. `url` is the origin the links are made for. */
export function createEngine(options: EngineOptions, url: string) {
  const { profile, signatureSecret: secret, applicationId, uploadDelayMs, endDelayMs, silenceMs } = options;
  const stopping = new AbortController();
  const world: World = { rooms: new Map(), sessions: new Map(), recordings: new Map() };
  const clock = createMovableClock();
  const faults = createMeetingsFaults();
  const deliverer = createDeliverer({
    traffic: options.traffic,
    signal: stopping.signal,
    isAccepted: (status) => status >= 200 && status < 300,
  });
  const sign = secret ? (text: string) => signCallback(text, { secret, applicationId }) : undefined;
  const sender = createCallbackSender({ faults: faults.current, deliverer, sign });
  const callbacks = createRoomCallbacks(sender, faults);
  const signedUrls = createSignedUrls({ url, clock });
  const recordingLink = createRecordingLink(signedUrls);
  const files = openRecordingFiles(options.folder);
  const recordings = createRecordings({ world, clock, callbacks, files, link: recordingLink, uploadDelayMs });
  const rooms = createRooms({ world, clock, callbacks, profile });
  const sessions = createSessions({ world, clock, callbacks, rooms, recordings, profile, endDelayMs });
  const presence = createPresence({ world, sessions, silenceMs });
  const roomLinks = createRoomLinks({ url, world, clock });
  const parts = { profile, world, clock, faults, callbacks, files, recordings, rooms, sessions, presence };
  const stop = (): void => {
    stopping.abort();
    presence.stop();
    clock.stop();
  };
  return { ...parts, roomLinks, signedUrls, recordingLink, stop };
}
