import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { type RoomShell, readRoomShell } from './room-shell.ts';

export interface RoomPageOptions {
  /** With `room.html` and `assets/`, each asset also gzipped. Default: where `npm run build` puts them. Read when asked for. */
  readonly folder?: string;
  /** Another module than Vonage's client, for the sandbox. */
  readonly clientUrl?: URL | undefined;
  /** Whether a room belongs to the link. */
  readonly isThere: (door: { readonly code: string } | { readonly secret: string }) => Promise<boolean>;
}

/** The same from the sources and from what is built of them. */
const FOLDER = join(import.meta.dirname, '../../dist/video-page');

/** A new build gives a file with another content another name; Vonage's client alone keeps its name. */
const HAS_HASH = /-[\w-]{8}\.\w+(\.gz)?$/;
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * `GET /r/:code`, `/h/:secret`: the page of a room's guests and of its host, which asks our door for everything else. 200 ·
 * 404 no such room, with the same page: it says so, and a host's page that is loaded again keeps its secret by itself.
 * `GET /r/assets/…`: what the page is made of.
 */
export function mountRoomPage(app: Express, options: RoomPageOptions): void {
  const { folder = FOLDER, clientUrl, isThere } = options;
  let shell: RoomShell | undefined;
  const assets = join(folder, 'assets');
  const setHeaders = (response: { setHeader(name: string, value: string): void }, path: string): void => {
    response.setHeader('cache-control', HAS_HASH.test(basename(path)) ? FOR_EVER : 'no-cache');
  };
  app.use('/r/assets', preferGzip(assets), express.static(assets, { index: false, setHeaders }));
  app.get(['/r/:code', '/h/:secret'], async ({ params: { code, secret } }, response) => {
    shell ??= readRoomShell(folder, clientUrl);
    const isKnown = await isThere(code === undefined ? { secret: String(secret) } : { code: String(code) });
    response
      .status(isKnown ? 200 : 404)
      .set(shell.headers)
      .send(shell.html);
  });
}

/** Vonage's client is 3 MB, its gzip less than one. */
function preferGzip(folder: string): RequestHandler {
  return (request, response, next) => {
    const name = basename(request.path);
    response.vary('accept-encoding');
    if (request.acceptsEncodings('gzip') && existsSync(join(folder, `${name}.gz`))) {
      request.url = `/${name}.gz`;
      response.set('content-encoding', 'gzip').type(extname(name));
    }
    next();
  };
}
