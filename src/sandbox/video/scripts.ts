import { json, Router } from 'express';
import { z } from 'zod';
import type { VideoControl } from './control.ts';
import type { Session, World } from './model.ts';
import { nameOf } from './name-of.ts';
import { readInput } from './read-input.ts';

const joinSchema = z.strictObject({ name: z.string().min(1).max(100), host: z.boolean().default(false) });
const leaveSchema = z.strictObject({ connection_id: z.string() });
const failSchema = z.strictObject({ reason: z.string().default('failure') });
const callbacksSchema = z.strictObject({
  archive_status: z.url().optional(),
  session_monitoring: z.url().optional(),
});
const clockSchema = z.strictObject({
  advance_seconds: z
    .number()
    .min(0)
    .max(366 * 86_400),
});

/** `/_sandbox`: what tests and scripts drive the server with. Bodies are checked and refused like the API's. */
export function scriptsRouter(control: VideoControl, world: World): Router {
  const router = Router();
  router.use(json());
  router.get('/sessions', (_req, res) => {
    res.json({ sessions: [...world.sessions.values()].map(sessionSummary) });
  });
  router.post('/sessions/:id/join', (req, res) => {
    res.json({ connection_id: control.join(req.params.id, readInput(joinSchema, req.body)) });
  });
  router.post('/sessions/:id/leave', (req, res) => {
    control.leave(req.params.id, readInput(leaveSchema, req.body).connection_id);
    res.status(204).end();
  });
  router.post('/archives/:id/fail', (req, res) => {
    control.failArchive(req.params.id, readInput(failSchema, req.body ?? {}).reason);
    res.status(204).end();
  });
  router.post('/clock', (req, res) => {
    control.advance(readInput(clockSchema, req.body).advance_seconds);
    res.json({ ahead_seconds: control.aheadSeconds() });
  });
  router.put('/faults', (req, res) => {
    control.setFaults(req.body);
    res.json(control.faults());
  });
  router.put('/callbacks', (req, res) => {
    const { archive_status, session_monitoring } = readInput(callbacksSchema, req.body);
    control.setCallbackUrls({ archiveStatus: archive_status, sessionMonitoring: session_monitoring });
    res.status(204).end();
  });
  return router;
}

function sessionSummary(session: Session): Record<string, unknown> {
  return {
    session_id: session.id,
    archive_mode: session.archiveMode,
    is_live: session.isLive,
    connections: [...session.connections.values()].map((connection) => ({
      connection_id: connection.id,
      name: nameOf(connection),
      role: connection.role,
    })),
    streams: session.streams.size,
  };
}
