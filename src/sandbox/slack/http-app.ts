import express, { type ErrorRequestHandler, type Express } from 'express';
import { ZodError, z } from 'zod';
import type { SandboxControls } from '../protocol.ts';
import type { Traffic } from '../traffic.ts';
import { Deliveries } from './deliveries.ts';
import type { Faults } from './faults.ts';
import type { Desk } from './interaction.ts';
import { pageRoutes } from './page-routes.ts';
import type { RateLimits } from './rate-limits.ts';
import { readingRoutes } from './reading-routes.ts';
import { Refusal } from './refusal.ts';
import { responseUrlRoutes } from './response-url-routes.ts';
import { scriptRoutes } from './script-routes.ts';
import { upkeepRoutes } from './upkeep-routes.ts';
import type { ViewStream } from './view-stream.ts';
import { webApi } from './web-api.ts';
import { welcome } from './welcome.ts';

/** What the server is put together from. */
export interface HttpParts {
  /** Where it is reached, without a slash at the end. */
  readonly origin: string;
  readonly botToken: string;
  readonly desk: Desk;
  readonly rateLimits: RateLimits;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly controls: SandboxControls;
  readonly stream: ViewStream;
  readonly pageFolder: string | null;
  readonly commandNames: { readonly meet: string; readonly recordings: string };
  readonly opened: Promise<void>;
}

/** Two days: it stays the first message when yesterday gets some. */
const WELCOMED_AGO_MS = 2 * 86_400_000;

/** Everything the local Slack serves. */
export function httpApp(parts: HttpParts): Express {
  const { desk, faults, traffic, controls, stream } = parts;
  const { workspace, responseUrls } = desk;
  workspace.onChange(() => stream.changed());
  traffic.onChange(() => stream.changed());
  const view = {
    desk,
    traffic,
    deliveries: new Deliveries(workspace, traffic),
    controls,
    welcome: welcome(workspace.clock.ago(WELCOMED_AGO_MS), parts.commandNames),
  };

  const app = express();
  app.disable('x-powered-by');
  app.use('/api', webApi({ ...parts, ...desk }));
  app.use(responseUrlRoutes({ traffic, faults, workspace, responseUrls }));
  app.use((_request, _response, next) => void parts.opened.then(() => next()));
  app.use(
    '/_sandbox',
    express.json(),
    scriptRoutes({ desk, faults }),
    readingRoutes(desk),
    upkeepRoutes(desk),
    pageRoutes({ view, stream }),
  );
  // Links to messages lead to the page, which shows the message. In them its ts has lost its point.
  app.get('/archives/:channel/:message', ({ params, query }, response) => {
    const ts = params.message.replace(/^p(\d+)(\d{6})$/, '$1.$2');
    const thread = query['thread_ts'];
    const place = { channel: params.channel, message: ts, ...(typeof thread === 'string' && { thread }) };
    response.redirect(`/#${new URLSearchParams(place)}`);
  });
  if (parts.pageFolder !== null) app.use(express.static(parts.pageFolder, { index: 'workspace.html' }));
  app.use(problem);
  return app;
}

/** What a script did wrong, said plainly. */
const problem: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof Refusal) response.status(error.status).json({ ok: false, error: error.message });
  else if (error instanceof ZodError) response.status(400).json({ ok: false, error: z.prettifyError(error) });
  else next(error);
};
