import type { Express } from 'express';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { applyMeetingEvent } from './usecases/apply-meeting-event.ts';
import { claimSession } from './usecases/claim-session.ts';
import type { Meetings } from './usecases/ports/meetings.ts';
import type { Storage } from './usecases/ports/storage.ts';
import { type CallbackReport, mountCallbackDoor } from './vonage/callback-door.ts';
import type { CallReport } from './vonage/http.ts';
import type { OpenProvider, Providers } from './vonage/provider.ts';

/** Longest wait for a connection to a provider. */
const CONNECT_MS = 3_000;

export interface OpenProvidersOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  /** Longest wait for an answer. */
  readonly timeoutMs: number;
  readonly onCall: (report: CallReport) => void;
  readonly onCallback: (report: CallbackReport) => void;
}

/** Every provider: rooms are made with one of them, and what was made with the others goes on there. */
export interface OpenProviders {
  readonly names: readonly string[];
  /** Throws for a name that is none of them: rows of a newer Roomtone. */
  meetingsOf(provider: string): Meetings;
  /** Where that provider sends the callbacks of a room, given its token. Throws as well. */
  callbackUrl(provider: string, token: string): string;
  /** Whether a request to that path and query is a callback. */
  isCallback(url: string): boolean;
  mountCallbacks(app: Express): void;
  /** The pages of rooms that are ours. */
  mountPages(app: Express): void;
  /** Waits for running calls. */
  close(): Promise<void>;
}

/** Connects to none of them yet. */
export function openProviders(
  providers: Providers,
  config: Config,
  options: OpenProvidersOptions,
): OpenProviders {
  const all = Object.values(providers);
  const opened = openAll(providers, config, options);
  const known = <Value>(values: ReadonlyMap<string, Value>, provider: string): Value => {
    const value = values.get(provider);
    if (value === undefined) throw new Error(`No provider is called ${provider}`);
    return value;
  };
  const paths = new Map<string, string>(all.map(({ name, callbacks }) => [name, callbacks.path]));
  return {
    names: all.map(({ name }) => name),
    meetingsOf: (provider) => known(opened, provider),
    callbackUrl: (provider, token) => `${config.PUBLIC_URL}${known(paths, provider)}/${token}`,
    isCallback: (url) => [...paths.values()].some((path) => url.startsWith(`${path}/`)),
    mountCallbacks: (app) => mountCallbacks(app, { providers, config, options }),
    mountPages(app) {
      for (const one of opened.values()) one.mountPages?.(app);
    },
    close: async () => void (await Promise.all([...opened.values()].map((one) => one.close()))),
  };
}

function openAll(
  providers: Providers,
  config: Config,
  { clock, timeoutMs, onCall, storage }: OpenProvidersOptions,
): ReadonlyMap<string, OpenProvider> {
  const connection = {
    applicationId: config.VONAGE_APPLICATION_ID,
    privateKey: config.VONAGE_PRIVATE_KEY,
    clock,
    timeoutsMs: { connect: CONNECT_MS, headers: timeoutMs, body: timeoutMs },
    onCall,
  };
  const parts = { connection, storage, claim: claimSession };
  return new Map(Object.entries(providers).map(([name, provider]) => [name, provider.open(config, parts)]));
}

interface CallbackDoors {
  readonly providers: Providers;
  readonly config: Config;
  readonly options: OpenProvidersOptions;
}

function mountCallbacks(app: Express, { providers, config, options }: CallbackDoors): void {
  const { storage, clock, log, onCallback } = options;
  for (const { name, callbacks } of Object.values(providers)) {
    mountCallbackDoor(app, callbacks, {
      ...{ storage, clock, log, onCallback },
      provider: name,
      apply: applyMeetingEvent,
      applicationTokens: config.CALLBACK_TOKEN ?? [],
      signatureSecrets: config.VONAGE_SIGNATURE_SECRET ?? [],
    });
  }
}
