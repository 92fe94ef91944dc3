import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page behind `/r/<code>` and `/h/<secret>`: the same for every room, without anything of the room in it. */
export interface RoomShell {
  readonly html: string;
  /** To be sent with it, whatever its status. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Where Vonage's client talks to. Source: the network requirements of the Video API, November 2026. */
const VONAGE_HOSTS = ['opentok.com', 'tokbox.com', 'vonage.com'].flatMap((host) => [
  `https://*.${host}`,
  `wss://*.${host}`,
]);

const CLIENT = /(<meta name="video-client" content=")[^"]*/;

/**
 * Reads the built page. Its assets lie in `<folder>/assets` and are asked for at `/r/assets/`.
 * @param clientUrl Another module than Vonage's client, which may come from and talk to another origin (the sandbox's).
 */
export function readRoomShell(folder: string, clientUrl?: URL): RoomShell {
  const html = readFileSync(join(folder, 'room.html'), 'utf8');
  return {
    html: clientUrl === undefined ? html : html.replace(CLIENT, (_all, before) => `${before}${clientUrl}`),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(clientUrl),
      'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self)',
      // A host's link is a secret.
      'referrer-policy': 'no-referrer',
    },
  };
}

function contentSecurityPolicy(clientUrl: URL | undefined): string {
  const client = clientUrl === undefined ? [] : [clientUrl.origin];
  const talksTo =
    clientUrl === undefined ? VONAGE_HOSTS : [clientUrl.origin, clientUrl.origin.replace(/^http/, 'ws')];
  const rules: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...client],
    'style-src': ["'self'"],
    'img-src': ["'self'", ...client],
    'media-src': ["'self'", 'blob:', ...client],
    'connect-src': ["'self'", ...talksTo],
    // Vonage's client keeps time in one.
    'worker-src': ["'self'", 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(rules)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}
