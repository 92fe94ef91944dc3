import type { Express, NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Log } from '../log.ts';
import type { AckReport, RequestReport } from './reports.ts';

export interface PagesOptions {
  /** Rejects while the database can't be reached. */
  readonly ready: () => Promise<void>;
  readonly commands: { readonly meet: string; readonly recordings: string };
}

export interface FirstOptions {
  readonly log: Log;
  /** What this process does, told in a header: `doctor` recognises the app by it. */
  readonly role: string;
  /** What must be acknowledged is, in one of few words; undefined for any other request. Asked once it is answered. */
  readonly ackKindOf?: (request: Request) => string | undefined;
  readonly onRequest?: (report: RequestReport) => void;
}

/** Carries {@link FirstOptions.role}. */
export const ROLE_HEADER = 'x-roomtone';

/** As nginx has it. */
const CLIENT_HUNG_UP = 499;

function ackOutcome(status: number): AckReport['outcome'] {
  if (status === CLIENT_HUNG_UP) return 'hung-up';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'ok';
}

/**
 * Before everything else: one log line per request with its route pattern, never its path. What a handler
 * leaves in `response.locals.told` are fields of that line.
 */
export function mountFirst(app: Express, options: FirstOptions): void {
  const { log, role, ackKindOf = () => undefined, onRequest = () => {} } = options;
  app.use((request, response, next) => {
    const startedAt = performance.now();
    response.set(ROLE_HEADER, role);
    response.once('close', () => {
      const route = request.route?.path ?? (request.path === '/slack/events' ? request.path : 'unmatched');
      const status = response.writableFinished ? response.statusCode : CLIENT_HUNG_UP;
      const ms = performance.now() - startedAt;
      const told: object = response.locals['told'];
      log.info({ method: request.method, route, status, ms: Math.round(ms), ...told }, 'request');
      const kind = ackKindOf(request);
      const ack = kind === undefined ? undefined : { kind, outcome: ackOutcome(status) };
      onRequest({ method: request.method, route, status, seconds: ms / 1_000, ack });
    });
    next();
  });
}

/** For whatever a browser may show: headers that keep it from doing more than that. */
export function mountSafeHeaders(app: Express): void {
  app.use(helmet());
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
