import { type Request, type Response, Router } from 'express';
import { isoTime } from './callback-bodies.ts';
import type { World } from './model.ts';
import type { MovableClock } from './movable-clock.ts';
import type { SignedUrls } from './signed-urls.ts';

interface BucketDeps {
  readonly world: World;
  readonly links: SignedUrls;
  readonly clock: MovableClock;
}

/**
 * The recordings' files behind their signed links, answering like S3: 403 with an XML error once a link is old or altered,
 * else the file as an attachment, whole or by ranges. Any page may read it, since the workspace page plays it.
 */
export function bucketRouter(deps: BucketDeps): Router {
  const router = Router();
  router.get('/recordings-bucket/:partner/:recordingId/archive.mp4', (req, res) => serveFile(req, res, deps));
  return router;
}

function serveFile(req: Request, res: Response, { world, links, clock }: BucketDeps): void {
  res.set({ 'access-control-allow-origin': '*', 'x-amz-server-side-encryption': 'AES256' });
  const verdict = links.check(req.originalUrl);
  const file = world.recordings.get(String(req.params['recordingId']))?.file;
  if (verdict !== 'good' || !file) {
    res.status(verdict === 'good' ? 404 : 403).type('application/xml');
    res.send(errorXml(verdict, isoTime(clock.now())));
    return;
  }
  res.set({
    'content-disposition': String(req.query['response-content-disposition']),
    'content-type': file.contentType,
    'cache-control': 'private, no-store',
  });
  res.sendFile(file.path, { cacheControl: false, dotfiles: 'allow' });
}

/** `verdict` is good for a link whose file is gone. */
function errorXml(verdict: ReturnType<SignedUrls['check']>, serverTime: string): string {
  const inner = {
    good: '<Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>',
    unsigned: '<Code>AccessDenied</Code><Message>Access Denied</Message>',
    expired: `<Code>AccessDenied</Code><Message>Request has expired</Message><ServerTime>${serverTime}</ServerTime>`,
    altered:
      '<Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided.</Message>',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${inner[verdict]}</Error>`;
}
