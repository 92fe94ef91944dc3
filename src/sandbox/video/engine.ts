import { EventEmitter } from 'node:events';
import type { Traffic } from '../traffic.ts';
import { createDeliverer } from '../vonage/callback-delivery.ts';
import { createCallbackSender } from '../vonage/callback-sender.ts';
import { signCallback } from '../vonage/callback-signature.ts';
import { createMovableClock } from '../vonage/movable-clock.ts';
import { openRecordingFiles } from '../vonage/recording-files.ts';
import { createSignedUrls } from '../vonage/signed-urls.ts';
import { createArchiveLink } from './archive-json.ts';
import { createArchives } from './archives.ts';
import { type CallbackUrls, createVideoCallbacks } from './callbacks.ts';
import { createCalls } from './calls.ts';
import { createVideoFaults } from './faults.ts';
import type { Session, World } from './model.ts';

export interface EngineOptions {
  readonly applicationId: string;
  readonly traffic: Traffic;
  /** Where archives' files go, in a folder of their own that is emptied at the start. */
  readonly folder: string;
  readonly callbackUrls: CallbackUrls;
  /** Signs callbacks (HS256). */
  readonly signatureSecret: string | undefined;
  readonly uploadDelayMs: number;
  readonly endDelayMs: number;
}

export type Engine = ReturnType<typeof createEngine>;

/** Everything behind the HTTP routes, put together. `url` is the origin the links are made for. */
export function createEngine(options: EngineOptions, url: string) {
  const { applicationId, signatureSecret: secret, uploadDelayMs, endDelayMs } = options;
  const stopping = new AbortController();
  const changes = new EventEmitter<{ change: [Session] }>();
  const onChange = (session: Session): void => void changes.emit('change', session);
  const world: World = { sessions: new Map(), archives: new Map() };
  const clock = createMovableClock();
  const faults = createVideoFaults();
  const deliverer = createDeliverer({
    traffic: options.traffic,
    signal: stopping.signal,
    // "A failure is when we don't receive a 200": other good answers don't count.
    isAccepted: (status) => status === 200,
  });
  const sign = secret ? (text: string) => signCallback(text, { secret, applicationId }) : undefined;
  const sender = createCallbackSender({ faults: faults.current, deliverer, sign });
  const signedUrls = createSignedUrls({ url, clock });
  const link = createArchiveLink(signedUrls, applicationId);
  const callbacks = createVideoCallbacks({
    applicationId,
    urls: options.callbackUrls,
    sender,
    clock,
    faults,
    link,
  });
  const files = openRecordingFiles(options.folder);
  const archives = createArchives({ world, clock, callbacks, files, faults, uploadDelayMs, onChange });
  const calls = createCalls({ world, clock, callbacks, archives, endDelayMs, onChange });
  const stop = (): void => {
    stopping.abort();
    clock.stop();
  };
  return {
    applicationId,
    world,
    clock,
    faults,
    callbacks,
    files,
    archives,
    calls,
    link,
    signedUrls,
    changes,
    stop,
  };
}
