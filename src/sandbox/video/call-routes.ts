import { json, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { ReadToken } from '../vonage/check-token.ts';
import type { RecordingFiles } from '../vonage/recording-files.ts';
import { forbidden, notFound } from './api-error.ts';
import type { CallLines, Line } from './call-lines.ts';
import type { CallMessage } from './call-protocol.ts';
import { filmRouter, streamRouter } from './call-streams.ts';
import type { Calls } from './calls.ts';
import { readClientToken } from './client-token.ts';
import type { World } from './model.ts';
import { readInput } from './read-input.ts';

const connectSchema = z.object({ applicationId: z.string(), sessionId: z.string() });
const participantSchema = z.object({ participantId: z.string() });

export interface CallDeps {
  readonly applicationId: string;
  readonly world: World;
  readonly calls: Calls;
  readonly lines: CallLines;
  readonly files: RecordingFiles;
  readonly readToken: ReadToken;
}

/** `/_call`: what the stand-in for Vonage's client asks for, from a page of another origin. Shapes: call-protocol.ts. */
export function callRouter(deps: CallDeps): Router {
  const { lines } = deps;
  const router = Router();
  router.use(anyOrigin);
  router.use(json());
  router.post('/lines', async (req, res) => {
    const [, token] = /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '') ?? [];
    const wanted = readInput(connectSchema, req.body);
    const ticket = await readClientToken(token, deps.readToken);
    const session = deps.world.sessions.get(wanted.sessionId);
    const isOurs =
      wanted.applicationId === deps.applicationId && ticket?.applicationId === deps.applicationId;
    if (!ticket || !isOurs || !session || ticket.sessionId !== session.id) throw forbidden();
    res.json(lines.open(session, ticket));
  });
  router.get('/lines/:key/messages', (req, res) => {
    const send = eventSender(res);
    req.on('close', lines.listen(req.params.key, send));
  });
  router.post('/lines/:key/leave', (req, res) => {
    lines.close(req.params.key);
    res.status(204).end();
  });
  router.use(streamRouter(deps));
  router.use(filmRouter(deps.world, deps.files));
  router.use(hostRouter(deps));
  return router;
}

/** What only a moderator's token allows. */
function hostRouter({ calls, lines }: CallDeps): Router {
  const router = Router();
  const other = (key: string, body: unknown): Line['connection'] => {
    const { session, connection } = lines.find(key);
    if (connection.role !== 'moderator') throw forbidden();
    const found = session.connections.get(readInput(participantSchema, body).participantId);
    if (!found) throw notFound('No client with this connection ID is in the session');
    return found;
  };
  router.post('/lines/:key/mute', (req, res) => {
    const connection = other(req.params.key, req.body);
    const { session } = lines.find(req.params.key);
    for (const stream of session.streams.values()) {
      if (stream.connection === connection) calls.publish(session, { ...stream, hasAudio: false });
    }
    lines.of(connection.id)?.tell?.({ type: 'muted' });
    res.status(204).end();
  });
  router.post('/lines/:key/remove', (req, res) => {
    const connection = other(req.params.key, req.body);
    calls.disconnect(lines.find(req.params.key).session, connection.id, 'forceDisconnected');
    res.status(204).end();
  });
  return router;
}

/** The page is the app's, the line ours. */
const anyOrigin: RequestHandler = (req, res, next) => {
  res.set({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-max-age': '600',
  });
  if (req.method === 'OPTIONS') res.status(204).end();
  else next();
};

function eventSender(res: Response): (message: CallMessage) => void {
  res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  res.write('retry: 500\n\n');
  return (message) => void res.write(`data: ${JSON.stringify(message)}\n\n`);
}
