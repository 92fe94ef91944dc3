import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { vonageMeetings } from './meetings/vonage-meetings.ts';
import { HOSTED_VIDEO_API, type ProviderName } from './settings.ts';
import { claimSession } from './usecases/claim-session.ts';
import type { Meetings, Storage } from './usecases/ports.ts';
import type { RoomDoorOptions } from './video/room-door.ts';
import { vonageVideo } from './video/vonage-video.ts';
import type { CallReport } from './vonage/http.ts';

/** Longest wait for a connection to a provider. */
const CONNECT_MS = 3_000;

export interface ProviderOptions {
  readonly clock: Clock;
  /** Longest wait for an answer. */
  readonly timeoutMs: number;
  readonly onCall: (report: CallReport) => void;
  /** Where a provider keeps what it does not remember itself. */
  readonly storage: Storage;
}

/** Every provider: rooms are made with one of them, and what was made with the others goes on there. */
export interface Providers {
  readonly names: readonly string[];
  /** Of rooms whose page is ours. */
  readonly door: RoomDoorOptions;
  /** Throws for a name that is none of them: rows of a newer Roomtone. */
  meetingsOf(provider: string): Meetings;
  /** Waits for running calls. */
  close(): Promise<void>;
}

type Provider = Meetings & { close(): Promise<void> };

export function openProviders(config: Config, options: ProviderOptions): Providers {
  const { clock, timeoutMs, onCall, storage } = options;
  const connection = {
    applicationId: config.VONAGE_APPLICATION_ID,
    privateKey: config.VONAGE_PRIVATE_KEY,
    clock,
    timeoutsMs: { connect: CONNECT_MS, headers: timeoutMs, body: timeoutMs },
    onCall,
  };
  const video = vonageVideo({
    ...connection,
    apiUrl: config.VIDEO_API_URL,
    storage,
    claim: claimSession,
    publicUrl: config.PUBLIC_URL,
    browserApiUrl: config.VIDEO_API_URL === HOSTED_VIDEO_API ? undefined : config.VIDEO_API_URL,
  });
  const byName = {
    'vonage-meetings': vonageMeetings({ ...connection, apiUrl: config.MEETINGS_API_URL }),
    'vonage-video': video,
  } satisfies Record<ProviderName, Provider>;
  const all = new Map<string, Provider>(Object.entries(byName));
  return {
    names: [...all.keys()],
    door: video.door,
    meetingsOf(provider) {
      const meetings = all.get(provider);
      if (meetings === undefined) throw new Error(`No provider is called ${provider}`);
      return meetings;
    },
    close: async () => void (await Promise.all([...all.values()].map((one) => one.close()))),
  };
}
