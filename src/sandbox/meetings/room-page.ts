import { join } from 'node:path';
import { json, type Request, type Response, Router, raw, static as serveStatic } from 'express';
import { z } from 'zod';
import { ApiError } from '../vonage/api-error.ts';
import type { RecordingFiles } from '../vonage/recording-files.ts';
import type { World } from './model.ts';
import { parseInput } from './parse-input.ts';
import type { RoomVisits } from './room-visits.ts';

const doorKey = {
  code: z.string().optional(),
  room_token: z.string().optional(),
  participant_token: z.string().optional(),
};
const doorSchema = z.object(doorKey);
const enterSchema = z.object({ ...doorKey, name: z.string().trim().min(1).max(60), camera: z.boolean() });
const recordingSchema = z.object({ wanted: z.boolean() });
const partSchema = z.object({ recordingId: z.string(), partId: z.uuid() });

/** `/_room`: what the room page asks for. Shapes: room-protocol.ts. */
export function roomRouter(visits: RoomVisits, media: Router): Router {
  const router = Router();
  router.use((_req, res, next) => {
    res.set('cache-control', 'no-store');
    next();
  });
  router.use(media);
  router.use(json());
  router.get('/door', async (req, res) => {
    res.json(await visits.door(parseInput(doorSchema, req.query)));
  });
  router.post('/participants', async (req, res) => {
    const { name, camera, ...key } = parseInput(enterSchema, req.body);
    res.json({ participantId: await visits.enter(key, { name, hasCamera: camera }) });
  });
  router.post('/participants/:id/look', (req, res) => {
    res.json(visits.look(req.params.id));
  });
  router.put('/participants/:id/recording', (req, res) => {
    visits.setRecording(req.params.id, parseInput(recordingSchema, req.body).wanted);
    res.status(204).end();
  });
  router.post('/participants/:id/leave', (req, res) => {
    visits.leave(req.params.id);
    res.status(204).end();
  });
  router.get('/participants/:id/replay', (req, res) => {
    res.json(visits.replay(req.params.id));
  });
  return router;
}

/** Camera pictures of the people in the room, and the chunks of the videos their pages record. */
export function mediaRouter(world: World, files: RecordingFiles): Router {
  const router = Router();
  const pictures = new Map<string, Buffer>();
  router.put('/participants/:id/picture', raw({ type: 'image/jpeg', limit: '200kb' }), (req, res) => {
    pictures.set(req.params['id'] ?? '', req.body);
    res.status(204).end();
  });
  router.get('/participants/:id/picture', (req, res) => {
    const picture = pictures.get(req.params.id);
    if (picture) res.type('image/jpeg').send(picture);
    else res.status(204).end();
  });
  const chunk = raw({ type: ['video/mp4', 'video/webm'], limit: '20mb' });
  router.post('/recordings/:recordingId/parts/:partId', chunk, (req, res) => {
    const { recordingId, partId } = parseInput(partSchema, req.params);
    const recording = world.recordings.get(recordingId);
    if (!recording || recording.status === 'uploaded') throw tooLate();
    files.append(recordingId, { id: partId, isWebm: isWebm(req) }, req.body);
    res.status(204).end();
  });
  return router;
}

/** The built page behind guest links (`/<code>`) and host links (`/?room_token=…`), with its assets. */
export function pageRouter(pageFolder: string): Router {
  const router = Router();
  const page = (_req: Request, res: Response): void => res.sendFile(join(pageFolder, 'room.html'));
  router.get('/', page);
  router.get(/^\/\d{9}$/, page);
  router.use(serveStatic(pageFolder, { index: false }));
  return router;
}

const isWebm = (req: Request): boolean => req.is('video/webm') !== false;

const tooLate = (): ApiError =>
  new ApiError(410, { message: 'The recording is finished', name: 'GoneError', status: 410 });
