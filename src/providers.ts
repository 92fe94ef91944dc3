import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { vonageMeetings } from './meetings/vonage-meetings.ts';
import type { ProviderName } from './settings.ts';
import type { Meetings } from './usecases/ports.ts';
import type { CallReport } from './vonage/http.ts';

/** Longest wait for a connection to a provider. */
const CONNECT_MS = 3_000;

export interface ProviderOptions {
  readonly clock: Clock;
  /** Longest wait for an answer. */
  readonly timeoutMs: number;
  readonly onCall: (report: CallReport) => void;
}

/** Every provider: rooms are made with one of them, and what was made with the others goes on there. */
export interface Providers {
  readonly names: readonly string[];
  /** Throws for a name that is none of them: rows of a newer Roomtone. */
  meetingsOf(provider: string): Meetings;
  /** Waits for running calls. */
  close(): Promise<void>;
}

type Provider = Meetings & { close(): Promise<void> };

export function openProviders(config: Config, { clock, timeoutMs, onCall }: ProviderOptions): Providers {
  const connection = {
    applicationId: config.VONAGE_APPLICATION_ID,
    privateKey: config.VONAGE_PRIVATE_KEY,
    clock,
    timeoutsMs: { connect: CONNECT_MS, headers: timeoutMs, body: timeoutMs },
    onCall,
  };
  const byName = {
    'vonage-meetings': vonageMeetings({ ...connection, apiUrl: config.MEETINGS_API_URL }),
  } satisfies Record<ProviderName, Provider>;
  const all = new Map<string, Provider>(Object.entries(byName));
  return {
    names: [...all.keys()],
    meetingsOf(provider) {
      const meetings = all.get(provider);
      if (meetings === undefined) throw new Error(`No provider is called ${provider}`);
      return meetings;
    },
    close: async () => void (await Promise.all([...all.values()].map((one) => one.close()))),
  };
}
