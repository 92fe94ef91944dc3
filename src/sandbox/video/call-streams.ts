import { Router, raw } from 'express';
import { z } from 'zod';
import { ApiError } from '../vonage/api-error.ts';
import type { RecordingFiles } from '../vonage/recording-files.ts';
import type { CallLines, Line } from './call-lines.ts';
import type { Calls } from './calls.ts';
import { isRunning, type Stream, type World } from './model.ts';
import { readInput } from './read-input.ts';

const kindSchema = z.enum(['camera', 'screen']);
const stateSchema = z.object({ hasAudio: z.boolean(), hasVideo: z.boolean() });
const partSchema = z.object({ archiveId: z.string(), partId: z.uuid() });

/** What a page publishes. Pictures are JPEGs that the others ask for again and again. */
export function streamRouter({ calls, lines }: { readonly calls: Calls; readonly lines: CallLines }): Router {
  const router = Router();
  const pictures = new Map<string, Buffer>();
  router.put('/lines/:key/streams/:kind', (req, res) => {
    const { session, connection } = lines.find(req.params.key);
    const videoType = readInput(kindSchema, req.params.kind);
    calls.publish(session, { connection, videoType, ...readInput(stateSchema, req.body) });
    res.status(204).end();
  });
  router.delete('/lines/:key/streams/:kind', (req, res) => {
    const line = lines.find(req.params.key);
    const stream = streamOf(line, req.params.kind);
    if (stream) calls.unpublish(line.session, stream);
    res.status(204).end();
  });
  router.put('/lines/:key/streams/:kind/picture', raw({ type: 'image/jpeg', limit: '500kb' }), (req, res) => {
    const stream = streamOf(lines.find(String(req.params['key'])), String(req.params['kind']));
    if (stream) pictures.set(stream.id, req.body);
    res.status(204).end();
  });
  router.get('/streams/:id/picture', (req, res) => {
    const picture = pictures.get(req.params.id);
    if (picture) res.set('cache-control', 'no-store').type('image/jpeg').send(picture);
    else res.status(204).end();
  });
  return router;
}

/** The chunks of the videos that pages make for an archive; until it is finished. */
export function filmRouter(world: World, files: RecordingFiles): Router {
  const router = Router();
  const chunk = raw({ type: ['video/mp4', 'video/webm'], limit: '20mb' });
  router.post('/archives/:archiveId/parts/:partId', chunk, (req, res) => {
    const { archiveId, partId } = readInput(partSchema, req.params);
    const archive = world.archives.get(archiveId);
    if (!archive || !(isRunning(archive) || archive.status === 'stopped')) throw tooLate();
    files.append(archiveId, { id: partId, isWebm: req.is('video/webm') !== false }, req.body);
    res.status(204).end();
  });
  return router;
}

const tooLate = (): ApiError => new ApiError(410, { code: 410, message: 'The archive is finished' });

function streamOf({ session, connection }: Line, kind: string): Stream | undefined {
  return [...session.streams.values()].find(
    (stream) => stream.connection === connection && stream.videoType === kind,
  );
}
