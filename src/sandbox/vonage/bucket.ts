import { type Request, type Response, Router } from 'express';
import type { MovableClock } from './movable-clock.ts';
import type { RecordingFile } from './recording-files.ts';
import type { SignedUrls } from './signed-urls.ts';

interface BucketDeps {
  /** Where they lie; `:id` is the recording's. */
  readonly path: string;
  /** Undefined when it is gone. */
  readonly fileOf: (recordingId: string) => RecordingFile | undefined;
  readonly links: SignedUrls;
  readonly clock: MovableClock;
}

/**
 * The recordings' files behind their signed links, answering like S3: 403 with an XML error once a link is old or altered,
 * else the file as an attachment, whole or by ranges. Any page may read it, since the workspace page plays it.
 */
export function bucketRouter(deps: BucketDeps): Router {
  const router = Router();
  router.get(deps.path, (req, res) => serveFile(req, res, deps));
  return router;
}

function serveFile(req: Request, res: Response, { fileOf, links, clock }: BucketDeps): void {
  res.set({ 'access-control-allow-origin': '*', 'x-amz-server-side-encryption': 'AES256' });
  const verdict = links.check(req.originalUrl);
  const file = fileOf(String(req.params['id']));
  if (verdict !== 'good' || !file) {
    res.status(verdict === 'good' ? 404 : 403).type('application/xml');
    res.send(errorXml(verdict, new Date(clock.now()).toISOString()));
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
