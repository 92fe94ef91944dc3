import type { Express } from 'express';
import type { ProviderName, Settings } from '../settings.ts';
import type { Meetings } from '../usecases/ports/meetings.ts';
import type { Storage, Tables } from '../usecases/ports/storage.ts';
import type { ApiCall } from './call.ts';
import type { CallbackWire } from './callback-wire.ts';
import type { VonageHttp, VonageHttpOptions } from './http.ts';

/** Whom rooms can be made with: all that the rest of Roomtone knows of one of them. */
export interface Provider {
  /** As PROVIDER, rooms, sessions and recordings name it. */
  readonly name: ProviderName;
  readonly callbacks: CallbackWire;
  readonly api: ProviderApi;
  open(settings: Settings, parts: ProviderParts): OpenProvider;
}

export type Providers = Readonly<Record<ProviderName, Provider>>;

/** A provider's API, for whoever asks whether it would answer the app. */
export interface ProviderApi {
  /** In a sentence: "the Video API". */
  readonly name: string;
  /** The setting that holds its address. */
  readonly setting: keyof Settings & `${string}_API_URL`;
  readonly http: (options: VonageHttpOptions) => VonageHttp;
  /** A call that changes nothing. */
  readonly probe: ApiCall;
  /** What to do when something else answers. */
  readonly addressFix: string;
  /** What need not be tried, and what to do about it. Default: nothing is known to be wrong. */
  readonly trouble?: (settings: Settings) => { readonly says: string; readonly fix: string } | undefined;
}

/** What a provider works with. */
export interface ProviderParts {
  readonly connection: Omit<VonageHttpOptions, 'apiUrl'>;
  /** Where it keeps what its API does not remember. */
  readonly storage: Storage;
  /** A session is a room's from now on, and so are its recordings. */
  readonly claim: (tables: Tables, sessionId: string, roomKey: string) => Promise<void>;
}

export interface OpenProvider extends Meetings {
  /** Where the rooms' page is ours. */
  mountPages?(app: Express): void;
  /** Waits for running calls. */
  close(): Promise<void>;
}
