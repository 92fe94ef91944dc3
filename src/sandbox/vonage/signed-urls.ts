import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MovableClock } from './movable-clock.ts';

/** How long a link works: documented for the Video API, not for Meetings. */
const LIFETIME_SECONDS = 600;

/** What a link leads to. */
export interface SignedFile {
  /** Absolute, as it stands in the URL. */
  readonly path: string;
  /** What it is saved as, in ASCII: it becomes a header. */
  readonly fileName: string;
  readonly contentType: string;
}

export interface SignedUrls {
  /** A new URL each time, in the form of a pre-signed S3 URL (Signature Version 2 in the query). */
  sign(file: SignedFile): string;
  check(pathAndQuery: string): 'good' | 'unsigned' | 'altered' | 'expired';
}

export function createSignedUrls(deps: { readonly url: string; readonly clock: MovableClock }): SignedUrls {
  const secret = randomBytes(32);

  /** Covers the path and every parameter but itself, so none can be changed, added or left out. */
  const signature = (url: URL): string => {
    const params = new URLSearchParams(url.search);
    params.delete('Signature');
    params.sort();
    return createHmac('sha256', secret).update(`${url.pathname}?${params}`).digest('base64');
  };

  return {
    sign({ path, fileName, contentType }) {
      const url = new URL(path, deps.url);
      const query = {
        AWSAccessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
        Expires: String(Math.floor(deps.clock.now() / 1000) + LIFETIME_SECONDS),
        'response-content-disposition': `attachment; filename="${fileName}"`,
        'response-content-type': contentType,
        'x-amz-security-token': randomBytes(48).toString('base64'),
      };
      url.search = queryString(query);
      url.search = queryString({ ...query, Signature: signature(url) });
      return url.href;
    },
    check(pathAndQuery) {
      const url = new URL(pathAndQuery, deps.url);
      const given = Buffer.from(url.searchParams.get('Signature') ?? '');
      if (given.length === 0) return 'unsigned';
      const wanted = Buffer.from(signature(url));
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'altered';
      return Number(url.searchParams.get('Expires')) * 1000 <= deps.clock.now() ? 'expired' : 'good';
    },
  };
}

/** `%20` for a space, as S3 links have it, where URLSearchParams writes `+`. */
function queryString(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
