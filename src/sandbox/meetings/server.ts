import { createServer } from 'node:http';
import express, { type Express } from 'express';
import type { Traffic } from '../traffic.ts';
import { createAnswerError } from '../vonage/answer-error.ts';
import { type Authenticate, apiRouter } from '../vonage/api.ts';
import type { ApiWords } from '../vonage/api-route.ts';
import { bucketRouter } from '../vonage/bucket.ts';
import { listen } from '../vonage/listen.ts';
import { badRequest, errorWithStatus, notFound } from './api-error.ts';
import { apiRoutes } from './api-routes.ts';
import { createAuthenticate } from './authenticate.ts';
import { createControl, type MeetingsControl } from './control.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Profile } from './model.ts';
import { RECORDING_PATH } from './recording-links.ts';
import { mediaRouter, pageRouter, roomRouter } from './room-page.ts';
import { createRoomVisits } from './room-visits.ts';
import { scriptsRouter } from './scripts.ts';

export interface MeetingsOptions {
  readonly host: string;
  /** Exactly this one; 0: any free one. */
  readonly port: number;
  readonly applicationId: string;
  /** PEM (SPKI) of the key the application's tokens are signed with. */
  readonly publicKey: string;
  readonly traffic: Traffic;
  /** Where recordings' files go, in a folder of their own that is emptied at the start. */
  readonly folder: string;
  /** The built pages; null: none, links then lead to a 404. */
  readonly pageFolder: string | null;
  /** @default 'spec' */
  readonly profile?: Profile;
  /** Signs callbacks (HS256). @default none: unsigned */
  readonly signatureSecret?: string;
  /** From `recording:ended` to `recording:uploaded`. @default 1000 */
  readonly uploadDelayMs?: number;
  /** From the last leave to `session:ended`. @default 500 */
  readonly endDelayMs?: number;
  /** A room page that says nothing for so long has left. @default 10000 */
  readonly silenceMs?: number;
  /** The real time tokens are checked against, in epoch milliseconds. @default the machine's clock */
  readonly now?: () => number;
}

export interface Meetings {
  /** Origin of room pages and recordings' links. */
  readonly url: string;
  readonly port: number;
  /** Base of the REST API. */
  readonly apiUrl: string;
  readonly control: MeetingsControl;
  close(): Promise<void>;
}

/**
 * Starts a local server that speaks the Vonage Meetings API v1, sends its callbacks, and has a page behind every link.
 * Everything is kept in memory, but for the recordings' files. Rejects when the port is taken.
 */
export async function startMeetings(options: MeetingsOptions): Promise<Meetings> {
  const authenticate = await createAuthenticate(options);
  const server = createServer();
  const port = await listen(server, options);
  const url = `http://${options.host === '127.0.0.1' ? 'localhost' : options.host}:${port}`;
  const engine = createEngine(
    {
      applicationId: options.applicationId,
      traffic: options.traffic,
      folder: options.folder,
      profile: options.profile ?? 'spec',
      signatureSecret: options.signatureSecret,
      uploadDelayMs: options.uploadDelayMs ?? 1000,
      endDelayMs: options.endDelayMs ?? 500,
      silenceMs: options.silenceMs ?? 10_000,
    },
    url,
  );
  const apiUrl = `${url}/v1/meetings`;
  const control = createControl(engine);
  server.on('request', createApp(engine, { ...options, authenticate, apiUrl, control }));
  return {
    url,
    port,
    apiUrl,
    control,
    async close() {
      engine.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const WORDS: ApiWords = {
  unknownRoute: () => notFound('Failed to fetch resource'),
  unreadable: badRequest,
  withStatus: errorWithStatus,
};

interface AppOptions {
  readonly authenticate: Authenticate;
  readonly traffic: Traffic;
  readonly apiUrl: string;
  readonly control: MeetingsControl;
  readonly pageFolder: string | null;
}

function createApp(
  engine: Engine,
  { authenticate, traffic, apiUrl, control, pageFolder }: AppOptions,
): Express {
  const { faults, world, clock, signedUrls } = engine;
  const app = express();
  app.disable('x-powered-by');
  const routes = apiRoutes({ ...engine, apiUrl });
  app.use(
    '/v1/meetings',
    apiRouter(routes, { kind: 'vonage-api', authenticate, traffic, faults, words: WORDS }),
  );
  app.use('/_sandbox', scriptsRouter(control, engine.world));
  app.use('/_room', roomRouter(createRoomVisits(engine), mediaRouter(engine.world, engine.files)));
  app.use(
    bucketRouter({
      path: RECORDING_PATH,
      fileOf: (recordingId) => world.recordings.get(recordingId)?.file,
      links: signedUrls,
      clock,
    }),
  );
  if (pageFolder) app.use(pageRouter(pageFolder));
  app.use(createAnswerError(WORDS));
  return app;
}
