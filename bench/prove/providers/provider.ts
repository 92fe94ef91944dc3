import type { ProviderName } from '../../../src/settings.ts';
import type { HeardRecording, MadeRoom } from '../ledger.ts';
import type { Random } from '../random.ts';
import type { Store } from '../store.ts';
import type { PlotName } from '../stories.ts';
import type { Court } from '../verdict.ts';
import type { Exchange, Moment, Verdict } from '../wire.ts';

/** What a proof must know of a provider of rooms. */
export interface Provider<Server extends RoomServer = RoomServer> {
  readonly name: ProviderName;
  readonly steps: ProviderSteps;
  /** In turn. */
  readonly plots: readonly PlotName[];
  /** A call of the app to it. */
  callStep(call: Exchange): string;
  /** A callback of it, or what somebody asks at a room's door; undefined for anything else. */
  incomingStep(request: Exchange): string | undefined;
  /** The room that a call of the app to anybody has shown to be made. */
  roomMadeBy(call: Exchange): MadeRoom | undefined;
  /** What a callback is about; no recording unless it tells that one began. */
  toldBy(callback: unknown): { readonly sessionId: string | undefined; readonly began?: HeardRecording };
  /** Plays the accidents that calls to it have. */
  accidents(random: Random): (call: Exchange, moment: Moment) => Verdict;
  start(options: StartOptions): Promise<Server>;
}

/** Names of steps, see `steps.ts`. */
export interface ProviderSteps {
  /** Calls of the app. */
  readonly calls: readonly string[];
  /** Callbacks, and what is asked at rooms' doors. */
  readonly incoming: readonly string[];
  /** The callback that tells that a recording is ready. */
  readonly uploaded: string;
  /** Clicks and jobs to which no story leads there. */
  readonly none: readonly string[];
}

export interface StartOptions {
  readonly folder: string;
  readonly applicationId: string;
  /** PEM. */
  readonly privateKey: string;
  readonly publicKey: string;
  readonly callbackToken: string;
  /** Where it finds the app: through a wire. */
  readonly appUrl: string;
  /** From the end of a recording to its upload. Default: the server's own. */
  readonly uploadDelayMs?: number | undefined;
}

/** Somebody is in a room. */
export interface Visit {
  readonly sessionId: string;
  leave(): Promise<void>;
}

/** The sandbox's server behind the app's rooms, for people and for the verdict: past the wires. */
export interface RoomServer {
  readonly port: number;
  /** How long before now a recording ended whose host is reminded now. */
  readonly remindedAfterMs: number;
  /** For an app that finds it at that origin. */
  env(origin: string): Readonly<Record<string, string>>;
  setFaults(faults: { readonly duplicate: number; readonly shuffle: boolean }): void;
  /** The host goes in; where that is up to the app, a guest at the same moment. */
  goIn(room: MadeRoom, hostUserId: string): Promise<Visit>;
  /** Somebody is let in and never comes. */
  turnBack(room: MadeRoom): Promise<void>;
  recordPast(
    room: MadeRoom,
    times: { readonly startedAt: number; readonly endedAt: number },
  ): Promise<HeardRecording>;
  /** The ten minutes are over after which a room closes that nobody is in. */
  letClose(room: MadeRoom, store: Store): Promise<void>;
  /** When an open room closes; undefined for one that closes by itself. */
  closingOf(roomId: string, store: Store): Promise<Closing | undefined>;
  /** The HTTP status that asking for it is answered with. */
  statusOf(recordingId: string): Promise<number>;
  /** Whatever else must agree. */
  judge(court: Court): Promise<void>;
  close(): Promise<void>;
}

export interface Closing {
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly closesAfterSession: boolean;
}

export const REFUSED: Verdict = {
  status: 503,
  headers: { 'content-type': 'application/json' },
  body: '{"status":503,"name":"ServiceError","message":"Service Unavailable"}',
};

/** Asks a server itself, with the application's token. */
export type Ask = (path: string) => Promise<Response>;
