import { rejected, type VonageApi } from '../vonage/api.ts';
import { type VonageHttp, type VonageHttpOptions, vonageHttp } from '../vonage/http.ts';

/** Source: Vonage's OpenAPI of the Video API 0.3.2, and the error bodies in test/fixtures/meetings-api. */
const VIDEO_API: VonageApi = {
  name: 'Video',
  readRefusal({ id, body }, status) {
    // A wrong token is 403 here; 401 is the gateway's.
    if (status === 401 || status === 403) return rejected('meetings_credentials');
    // What names nothing but an id can have nothing else wrong: 400 says so of an id that is none.
    const namesOnlyAnId = id !== undefined && body === undefined;
    return namesOnlyAnId && (status === 404 || status === 400) ? 'not-found' : rejected('meetings_rejected');
  },
};

/** The Video API at `options.apiUrl`. */
export function videoHttp(options: VonageHttpOptions): VonageHttp {
  return vonageHttp(VIDEO_API, options);
}
