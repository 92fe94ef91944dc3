import express, { type Router } from 'express';
import { answer, type Exchange } from './api-exchange.ts';
import { reply } from './reply.ts';
import type { ResponseUrls } from './response-urls.ts';
import { SlackError } from './slack-error.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface ResponseUrlParts extends Exchange {
  readonly workspace: WorkspaceState;
  readonly responseUrls: ResponseUrls;
}

/** `POST /commands/…` and `/actions/…`. Unlike the Web API these refuse with an HTTP status. */
export function responseUrlRoutes(parts: ResponseUrlParts): Router {
  const router = express.Router();
  router.use(express.json({ limit: '1mb' }));
  router.post(['/commands/:team/:id/:secret', '/actions/:team/:id/:secret'], (request, response) =>
    answer(
      parts,
      { request, response },
      { name: 'response_url', shown: request.body, work: () => use(request.path, request.body) },
    ),
  );
  return router;

  function use(path: string, given: unknown): Record<string, unknown> {
    const target = parts.responseUrls.find(path);
    try {
      reply(parts.workspace, target, given);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      throw new SlackError(error.code, { ...error.details, status: 400 });
    }
    parts.responseUrls.use(path);
    return {};
  }
}
