import { setTimeout as sleep } from 'node:timers/promises';
import { type Request, type Response, Router, raw } from 'express';
import { mask } from '../mask.ts';
import type { TrafficEntry } from '../protocol.ts';
import type { Traffic } from '../traffic.ts';
import { ApiError } from './api-error.ts';
import type { ApiAnswer, ApiRoute, ApiWords } from './api-route.ts';
import type { Faults, RestFaults } from './faults.ts';

/** Checks an `Authorization` header. Throws {@link ApiError}. */
export type Authenticate = (authorization: string | undefined) => Promise<void>;

export interface ApiOptions {
  readonly kind: TrafficEntry['kind'];
  readonly authenticate: Authenticate;
  readonly faults: Pick<Faults<RestFaults>, 'forRequest'>;
  readonly traffic: Traffic;
  readonly words: ApiWords;
}

const CONTENT_TYPES = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const;

/** The routes over HTTP: token, faults, bodies both ways, and a line behind the scenes for each request. */
export function apiRouter(routes: readonly ApiRoute[], options: ApiOptions): Router {
  const router = Router();
  const unknownRoute: Served = {
    title: 'Unknown route',
    handle() {
      throw options.words.unknownRoute();
    },
  };
  router.use(raw({ type: Object.values(CONTENT_TYPES), limit: '256kb' }));
  for (const route of routes)
    router[route.method](route.path, (req, res) => serve(route, { req, res }, options));
  router.use((req, res) => serve(unknownRoute, { req, res }, options));
  return router;
}

interface Exchange {
  readonly req: Request;
  readonly res: Response;
}

type Served = Pick<ApiRoute, 'title' | 'takes' | 'isOpen' | 'handle'>;

async function serve(route: Served, { req, res }: Exchange, options: ApiOptions): Promise<void> {
  const startedAt = performance.now();
  const faults = options.faults.forRequest(req.method, req.path);
  const answer = await answerTo(route, req, { ...options, active: faults });
  if (faults && faults.delay_ms > 0) await sleep(faults.delay_ms, undefined, { ref: false });
  const note = faults?.hang ? 'never answered' : problemIn(answer);
  options.traffic.add({
    kind: options.kind,
    title: route.title,
    method: req.method,
    path: req.originalUrl,
    status: faults?.hang ? 0 : answer.status,
    durationMs: Math.round(performance.now() - startedAt),
    body: mask(readBody(route, req).body),
    ...(note && { note }),
  });
  if (!faults?.hang) send(res, answer);
}

async function answerTo(
  route: Served,
  req: Request,
  { active, words, authenticate }: ApiOptions & { readonly active: RestFaults | undefined },
): Promise<ApiAnswer> {
  try {
    if (active?.hang) throw words.withStatus(500);
    if (active?.status) throw words.withStatus(active.status);
    const authorization = req.get('authorization');
    if (!route.isOpen) await authenticate(authorization);
    const { body, problem } = readBody(route, req);
    if (problem) throw words.unreadable(problem);
    return await route.handle({ id: String(req.params['id']), query: req.query, body });
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** Undefined without a body of the route's kind, as if none had come. */
function readBody(
  { takes = 'json' }: Served,
  req: Request,
): { readonly body?: unknown; readonly problem?: string } {
  if (!Buffer.isBuffer(req.body) || req.body.length === 0 || !req.is(CONTENT_TYPES[takes])) return {};
  const text = req.body.toString();
  if (takes === 'form') return { body: Object.fromEntries(new URLSearchParams(text)) };
  try {
    return { body: JSON.parse(text) };
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
