import { createServer } from 'node:http';
import express, { type Express } from 'express';
import type { Traffic } from '../traffic.ts';
import { createAnswerError } from '../vonage/answer-error.ts';
import { type Authenticate, apiRouter } from '../vonage/api.ts';
import { bucketRouter } from '../vonage/bucket.ts';
import { listen } from '../vonage/listen.ts';
import { WORDS } from './api-error.ts';
import { apiRoutes } from './api-routes.ts';
import { ARCHIVE_PATH } from './archive-json.ts';
import { createAuthenticate } from './authenticate.ts';
import type { CallbackUrls } from './callbacks.ts';
import { createControl, type VideoControl } from './control.ts';
import { createEngine, type Engine } from './engine.ts';
import { scriptsRouter } from './scripts.ts';

export interface VideoOptions {
  readonly host: string;
  /** Exactly this one; 0: any free one. */
  readonly port: number;
  readonly applicationId: string;
  /** PEM (SPKI) of the key the application's tokens are signed with. */
  readonly publicKey: string;
  readonly traffic: Traffic;
  /** Where archives' files go, in a folder of their own that is emptied at the start. */
  readonly folder: string;
  /** @default none, nothing is sent */
  readonly callbackUrls?: CallbackUrls;
  /** Signs callbacks (HS256). @default none: unsigned */
  readonly signatureSecret?: string;
  /** From an archive's stop to its outcome. @default 1000 */
  readonly uploadDelayMs?: number;
  /** From the last client's leaving to the session's end. @default 60000, as the service has it */
  readonly endDelayMs?: number;
  /** The real time tokens are checked against, in epoch milliseconds. @default the machine's clock */
  readonly now?: () => number;
}

export interface Video {
  /** Origin of the API, and of the archives' links. */
  readonly url: string;
  readonly port: number;
  readonly control: VideoControl;
  close(): Promise<void>;
}

/**
 * Starts a local server that speaks the Vonage Video API and sends its callbacks. Everything is kept in memory, but for the
 * archives' files. Rejects when the port is taken.
 */
export async function startVideo(options: VideoOptions): Promise<Video> {
  const authenticate = await createAuthenticate(options);
  const server = createServer();
  const port = await listen(server, options);
  const url = `http://${options.host === '127.0.0.1' ? 'localhost' : options.host}:${port}`;
  const engine = createEngine(
    {
      applicationId: options.applicationId,
      traffic: options.traffic,
      folder: options.folder,
      callbackUrls: options.callbackUrls ?? {},
      signatureSecret: options.signatureSecret,
      uploadDelayMs: options.uploadDelayMs ?? 1000,
      endDelayMs: options.endDelayMs ?? 60_000,
    },
    url,
  );
  const control = createControl(engine);
  server.on('request', createApp(engine, { authenticate, traffic: options.traffic, control }));
  return {
    url,
    port,
    control,
    async close() {
      engine.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface AppOptions {
  readonly authenticate: Authenticate;
  readonly traffic: Traffic;
  readonly control: VideoControl;
}

function createApp(engine: Engine, { authenticate, traffic, control }: AppOptions): Express {
  const { world, faults, clock, signedUrls } = engine;
  const app = express();
  app.disable('x-powered-by');
  app.use('/_sandbox', scriptsRouter(control, world));
  app.use(
    bucketRouter({
      path: ARCHIVE_PATH,
      fileOf: (archiveId) => world.archives.get(archiveId)?.file,
      links: signedUrls,
      clock,
    }),
  );
  app.use(apiRouter(apiRoutes(engine), { kind: 'vonage-api', authenticate, traffic, faults, words: WORDS }));
  app.use(createAnswerError(WORDS));
  return app;
}
