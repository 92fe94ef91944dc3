import express, { type ErrorRequestHandler, type Request, type Router } from 'express';
import { answer, type Exchange } from './api-exchange.ts';
import type { MethodContext } from './api-method.ts';
import { findMethod } from './api-methods.ts';
import type { RateLimits } from './rate-limits.ts';
import { SlackError } from './slack-error.ts';
import { SCOPES } from './world.ts';

interface WebApiParts extends Exchange, MethodContext {
  readonly botToken: string;
  readonly rateLimits: RateLimits;
}

/** `POST /<method>` as on `https://slack.com/api/`: JSON or a form, refused with status 200 and `ok: false`. */
export function webApi(parts: WebApiParts): Router {
  const router = express.Router();
  router.use(express.json({ limit: '1mb' }), express.urlencoded({ extended: false, limit: '1mb' }));
  router.post('/:method', async (request, response) => {
    const name = request.params.method;
    const { token, ...given }: Record<string, unknown> = request.body ?? {};
    const args = decode(given);
    response.set('x-oauth-scopes', SCOPES.join(','));
    await answer(parts, { request, response }, { name, shown: args, work: () => run(name) });

    function run(method: string): Record<string, unknown> {
      authenticate(bearer(request) ?? token, parts.botToken);
      const { scope, run: work } = findMethod(method);
      if (scope) response.set('x-accepted-oauth-scopes', scope);
      parts.rateLimits.take(method, args['channel']);
      return work(args, parts);
    }
  });
  router.use(unreadableBody);
  return router;
}

function authenticate(token: unknown, expected: string): void {
  if (token === undefined || token === '') throw new SlackError('not_authed');
  if (token !== expected) throw new SlackError('invalid_auth');
}

function bearer(request: Request): string | undefined {
  return /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1];
}

/** In forms, lists and objects are JSON text. What is none stays text, and its method says so. */
function decode(args: Record<string, unknown>): Record<string, unknown> {
  const decoded = { ...args };
  for (const name of ['blocks', 'metadata', 'view']) {
    const value = args[name];
    if (typeof value !== 'string') continue;
    try {
      decoded[name] = JSON.parse(value);
    } catch {}
  }
  return decoded;
}

const unreadableBody: ErrorRequestHandler = (error, _request, response, next) => {
  if (error.type === 'entity.parse.failed') response.json(new SlackError('invalid_json').body());
  else next(error);
};
