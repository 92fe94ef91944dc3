import express, { type Router } from 'express';
import type { Desk } from './interaction.ts';
import { directMessagesOf, ephemeralsOf, messagesIn, publishedHomeOf, threadIn, viewsOf } from './reading.ts';

/** `GET /_sandbox/…` for scripts: what people see, in Slack's JSON. */
export function readingRoutes(desk: Desk): Router {
  const { workspace } = desk;
  const router = express.Router();
  router.get('/channels/:channel/messages', ({ params }, response) => {
    response.json(messagesIn(workspace, params.channel));
  });
  router.get('/channels/:channel/threads/:ts', ({ params }, response) => {
    response.json(threadIn(workspace, params.channel, params.ts));
  });
  router.get('/users/:user/ephemerals', ({ params }, response) => {
    response.json(ephemeralsOf(workspace, params.user));
  });
  router.get('/users/:user/direct-messages', ({ params }, response) => {
    response.json(directMessagesOf(workspace, params.user));
  });
  router.get('/users/:user/views', ({ params }, response) => {
    response.json(viewsOf(desk, params.user));
  });
  router.get('/users/:user/home', ({ params }, response) => {
    response.json(publishedHomeOf(desk, params.user));
  });
  return router;
}
