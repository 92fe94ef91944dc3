import { setTimeout as sleep } from 'node:timers/promises';
import { type Request, type Response, Router, raw } from 'express';
import { mask } from '../mask.ts';
import type { Traffic } from '../traffic.ts';
import { ApiError, badRequest, errorWithStatus, internalError, notFound } from './api-error.ts';
import type { ApiAnswer, ApiRoute } from './api-routes.ts';
import type { Authenticate } from './authenticate.ts';
import type { FaultSettings, Faults } from './faults.ts';

const unknownRoute: Pick<ApiRoute, 'title' | 'handle'> = {
  title: 'Unknown route',
  handle() {
    throw notFound('Failed to fetch resource');
  },
};

interface ApiOptions {
  readonly authenticate: Authenticate;
  readonly faults: Faults;
  readonly traffic: Traffic;
}

/** The routes over HTTP: token, faults, JSON both ways, and a line behind the scenes for each request. */
export function apiRouter(routes: readonly ApiRoute[], options: ApiOptions): Router {
  const router = Router();
  router.use(raw({ type: 'application/json', limit: '256kb' }));
  for (const route of routes)
    router[route.method](route.path, (req, res) => serve(route, { req, res }, options));
  router.use((req, res) => serve(unknownRoute, { req, res }, options));
  return router;
}

interface Exchange {
  readonly req: Request;
  readonly res: Response;
}

type Served = Pick<ApiRoute, 'title' | 'isOpen' | 'handle'>;

async function serve(route: Served, { req, res }: Exchange, options: ApiOptions): Promise<void> {
  const startedAt = performance.now();
  const faults = options.faults.forRequest(req.method, req.path);
  const answer = await answerTo(route, req, { authenticate: options.authenticate, faults });
  if (faults && faults.delay_ms > 0) await sleep(faults.delay_ms, undefined, { ref: false });
  const note = faults?.hang ? 'never answered' : problemIn(answer);
  options.traffic.add({
    kind: 'meetings-api',
    title: route.title,
    method: req.method,
    path: req.originalUrl,
    status: faults?.hang ? 0 : answer.status,
    durationMs: Math.round(performance.now() - startedAt),
    body: mask(readBody(req).body),
    ...(note && { note }),
  });
  if (!faults?.hang) send(res, answer);
}

async function answerTo(
  route: Served,
  req: Request,
  options: { readonly authenticate: Authenticate; readonly faults: FaultSettings | undefined },
): Promise<ApiAnswer> {
  try {
    if (options.faults?.hang) throw internalError();
    if (options.faults?.status) throw errorWithStatus(options.faults.status);
    const authorization = req.get('authorization');
    if (!route.isOpen) await options.authenticate(authorization);
    const { body, problem } = readBody(req);
    if (problem) throw badRequest(problem);
    return await route.handle({ id: String(req.params['id']), query: req.query, body });
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** Undefined without a JSON body, as if none had come. */
function readBody(req: Request): { readonly body?: unknown; readonly problem?: string } {
  if (!Buffer.isBuffer(req.body) || req.body.length === 0) return {};
  try {
    return { body: JSON.parse(req.body.toString()) };
  } catch (error) {
    return { problem: (error as SyntaxError).message };
  }
}

function problemIn(answer: ApiAnswer): string | undefined {
  return answer instanceof ApiError ? `${answer.name}: ${answer.message}` : undefined;
}

function send(res: Response, { status, body }: ApiAnswer): void {
  if (status === 429) res.set('retry-after', '1');
  res.status(status);
  if (body === undefined) res.end();
  else res.json(body);
}
