import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIPv4 } from 'node:net';
import type { Express, Request } from 'express';

export interface MetricsPageOptions {
  /** Who shows it may read; undefined: only this machine may. */
  readonly token: string | undefined;
  readonly page: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** `GET /metrics`. 401: without the token · 403: there is none, and the request comes from elsewhere. */
export function mountMetrics(app: Express, { token, page }: MetricsPageOptions): void {
  app.get('/metrics', async (request, response) => {
    const refusal = token === undefined ? refuseStranger(request) : refuseWithout(token, request);
    if (refusal !== undefined) {
      if (refusal === 401) response.set('www-authenticate', 'Bearer');
      response.status(refusal).end();
      return;
    }
    const { type, text } = await page();
    response.set('content-type', type).send(text);
  });
}

function refuseWithout(token: string, request: Request): 401 | undefined {
  const [, shown = ''] = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  return isSame(token, shown) ? undefined : 401;
}

/** By the connection itself. What a proxy on this machine passes on comes from elsewhere, whatever it says. */
function refuseStranger({ socket, headers }: Request): 403 | undefined {
  const isPassedOn = ['forwarded', 'x-forwarded-for', 'via'].some((name) => headers[name] !== undefined);
  return isPassedOn || !isLoopback(socket.remoteAddress) ? 403 : undefined;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** IPv4 inside IPv6 (`::ffff:127.0.0.1`) included. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && loopback.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();
const isSame = (one: string, other: string) => timingSafeEqual(sha256(one), sha256(other));
