import type { Express, NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

export interface PagesOptions {
  /** Rejects while the database can't be reached. */
  readonly ready: () => Promise<void>;
  readonly commands: { readonly meet: string; readonly recordings: string };
}

/** Before everything else: safe headers, one log line per request with its route pattern, never its path. */
export function mountFirst(app: Express, { log, clock }: { readonly log: Log; readonly clock: Clock }): void {
  app.use(helmet());
  app.use((request, response, next) => {
    const startedAt = clock.now();
    response.on('finish', () => {
      const route = request.route?.path ?? (request.path === '/slack/events' ? request.path : 'unmatched');
      const line = {
        method: request.method,
        route,
        status: response.statusCode,
        ms: clock.now() - startedAt,
      };
      log.info(line, 'request');
    });
    next();
  });
}

/** `GET /` (what runs here), `/healthz` (alive), `/readyz` (database reachable and migrated). */
export function mountPages(app: Express, { ready, commands }: PagesOptions): void {
  app.get('/', (_request, response) => {
    response
      .type('text/plain')
      .send(
        `Roomtone runs here: video rooms that record themselves, from Slack.\nType ${commands.meet} help in Slack.\n`,
      );
  });
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', async (_request, response) => {
    try {
      await ready();
      response.json({ ok: true });
    } catch {
      response.status(503).json({ ok: false, database: 'unreachable' });
    }
  });
}

/** After everything else: nothing of an error reaches the outside. */
export function mountLast(app: Express, log: Log): void {
  app.use((_request, response) => void response.status(404).end());
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    log.error({ err: error }, 'request failed');
    if (response.headersSent) next(error);
    else response.status(500).end();
  });
}
