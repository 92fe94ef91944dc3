import express, { type Router } from 'express';
import { z } from 'zod';
import type { SandboxControls } from '../protocol.ts';
import { findPerson, findPlace } from './find-by-name.ts';
import { dismiss } from './upkeep.ts';
import type { ViewStream } from './view-stream.ts';
import { type ViewParts, workspaceView } from './workspace-view.ts';

const placeSchema = z.object({ user: z.string(), channel: z.string() });
const ephemeralSchema = z.object({ user: z.string(), ts: z.string() });
const controlSchema = z.strictObject({
  advance_seconds: z.number().positive().optional(),
  /** Room id. */
  guest_room: z.string().optional(),
  faults: z.strictObject({ duplicate: z.int().min(1), shuffle: z.boolean() }).optional(),
  kill_app: z.literal(true).optional(),
});

interface PageParts {
  readonly view: ViewParts;
  readonly stream: ViewStream;
}

/** `/_sandbox/…` for the page: the view, and what its own buttons do. */
export function pageRoutes({ view, stream }: PageParts): Router {
  const { desk, controls } = view;
  const { workspace } = desk;
  const router = express.Router();
  const viewer = (as: unknown) => findPerson(workspace, typeof as === 'string' ? as : 'U0ADA');
  router.get('/view.json', (request, response) => {
    response.json(workspaceView(view, viewer(request.query['as'])));
  });
  router.get('/view', (request, response) => {
    const user = viewer(request.query['as']);
    stream.open(response, () => workspaceView(view, user));
  });
  router.post('/read', (request, response) => {
    const { user, channel } = findPlace(workspace, placeSchema.parse(request.body));
    workspace.markRead(user.id, channel.id);
    response.json({ ok: true });
  });
  router.post('/dismiss', (request, response) => {
    const { user, ts } = ephemeralSchema.parse(request.body);
    dismiss(desk, user, ts);
    response.json({ ok: true });
  });
  router.post('/controls', async (request, response) => {
    await pull(controls, controlSchema.parse(request.body));
    stream.changed();
    response.json({ ok: true });
  });
  return router;
}

async function pull(controls: SandboxControls, asked: z.infer<typeof controlSchema>): Promise<void> {
  if (asked.advance_seconds) await controls.advance(asked.advance_seconds);
  if (asked.guest_room) await controls.bringGuest(asked.guest_room);
  if (asked.faults) controls.setFaults(asked.faults);
  if (asked.kill_app) await controls.killApp();
}
