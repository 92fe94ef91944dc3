import { createServer } from 'node:http';
import { join } from 'node:path';
import express, { type Express, type Response } from 'express';
import type { Traffic } from '../traffic.ts';
import { createAnswerError } from '../vonage/answer-error.ts';
import { type Authenticate, apiRouter } from '../vonage/api.ts';
import { bucketRouter } from '../vonage/bucket.ts';
import { createReadToken, type ReadToken } from '../vonage/check-token.ts';
import { listen } from '../vonage/listen.ts';
import { WORDS } from './api-error.ts';
import { apiRoutes } from './api-routes.ts';
import { ARCHIVE_PATH } from './archive-json.ts';
import { createAuthenticate } from './authenticate.ts';
import { type CallLines, createCallLines } from './call-lines.ts';
import { callRouter } from './call-routes.ts';
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
  /** The built pages, with the stand-in for Vonage's client; null: none. */
  readonly pageFolder: string | null;
  /** @default none, nothing is sent */
  readonly callbackUrls?: CallbackUrls;
  /** Signs callbacks (HS256). @default none: unsigned */
  readonly signatureSecret?: string;
  /** From an archive's stop to its outcome. @default 1000 */
  readonly uploadDelayMs?: number;
  /** From the last client's leaving to the session's end. @default 60000, as the service has it */
  readonly endDelayMs?: number;
  /** A page that does not listen for so long has left. @default 5000 */
  readonly silenceMs?: number;
  /** The real time tokens are checked against, in epoch milliseconds. @default the machine's clock */
  readonly now?: () => number;
}

export interface Video {
  /** Origin of the API, and of the archives' links. */
  readonly url: string;
  readonly port: number;
  /** The module that stands in for Vonage's client. */
  readonly clientUrl: string;
  readonly control: VideoControl;
  close(): Promise<void>;
}

/**
 * Starts a local server that speaks the Vonage Video API and sends its callbacks. Everything is kept in memory, but for the
 * archives' files. Rejects when the port is taken.
 */
export async function startVideo(options: VideoOptions): Promise<Video> {
  const [authenticate, readToken] = await Promise.all([
    createAuthenticate(options),
    createReadToken(options),
  ]);
  const { traffic } = options;
  const server = createServer();
  const port = await listen(server, options);
  const url = `http://${options.host === '127.0.0.1' ? 'localhost' : options.host}:${port}`;
  const engine = createEngine(
    {
      applicationId: options.applicationId,
      traffic,
      folder: options.folder,
      callbackUrls: options.callbackUrls ?? {},
      signatureSecret: options.signatureSecret,
      uploadDelayMs: options.uploadDelayMs ?? 1000,
      endDelayMs: options.endDelayMs ?? 60_000,
    },
    url,
  );
  const control = createControl(engine);
  const lines = createCallLines({ ...engine, silenceMs: options.silenceMs ?? 5000 });
  server.on('request', createApp(engine, { ...options, authenticate, readToken, control, lines }));
  return {
    url,
    port,
    clientUrl: `${url}${CLIENT_PATH}`,
    control,
    async close() {
      engine.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const CLIENT_PATH = '/video-client.js';

interface AppOptions {
  readonly authenticate: Authenticate;
  readonly readToken: ReadToken;
  readonly traffic: Traffic;
  readonly control: VideoControl;
  readonly lines: CallLines;
  readonly pageFolder: string | null;
}

function createApp(
  engine: Engine,
  { authenticate, readToken, traffic, control, lines, pageFolder }: AppOptions,
): Express {
  const { world, faults, clock, signedUrls } = engine;
  const app = express();
  app.disable('x-powered-by');
  app.use('/_sandbox', scriptsRouter(control, world));
  app.use('/_call', callRouter({ ...engine, readToken, lines }));
  app.use(
    bucketRouter({
      path: ARCHIVE_PATH,
      fileOf: (archiveId) => world.archives.get(archiveId)?.file,
      links: signedUrls,
      clock,
    }),
  );
  if (pageFolder) app.get(CLIENT_PATH, (_req, res) => sendClient(res, pageFolder));
  app.use(apiRouter(apiRoutes(engine), { kind: 'vonage-api', authenticate, traffic, faults, words: WORDS }));
  app.use(createAnswerError(WORDS));
  return app;
}

/** To the app's page, which is of another origin. */
function sendClient(res: Response, pageFolder: string): void {
  res.set({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' });
  res.sendFile(join(pageFolder, CLIENT_PATH), { cacheControl: false, dotfiles: 'allow' });
}
