import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isoTime } from './callback-bodies.ts';
import type { Recording } from './model.ts';
import type { MovableClock } from './movable-clock.ts';

/** How long a link works. Not documented for Meetings; the Video API says ten minutes. */
const LIFETIME_SECONDS = 600;
const PARTNER_ID = '46339892';

export interface SignedUrls {
  /** A new URL each time, in the form of a pre-signed S3 URL (Signature Version 2 in the query). */
  sign(recording: Recording): string;
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
    sign(recording) {
      const url = new URL(`/recordings-bucket/${PARTNER_ID}/${recording.id}/archive.mp4`, deps.url);
      const query = {
        AWSAccessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
        Expires: String(Math.floor(deps.clock.now() / 1000) + LIFETIME_SECONDS),
        'response-content-disposition': `attachment; filename="${fileName(recording)}"`,
        'response-content-type': recording.file?.contentType ?? 'video/mp4',
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

/** `<title>_<started>.mp4`, percent-encoded as in recorded URLs: headers hold ASCII only. */
function fileName(recording: Recording): string {
  const extension = recording.file?.contentType === 'video/webm' ? 'webm' : 'mp4';
  const name = `${recording.session.room.details.display_name}_${isoTime(recording.startedAt)}`;
  return `${encodeURIComponent(name.toWellFormed())}.${extension}`;
}

/** `%20` for a space, as S3 links have it, where URLSearchParams writes `+`. */
function queryString(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
