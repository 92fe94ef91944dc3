import { rejected, type VonageApi } from '../vonage/api.ts';
import { type VonageHttp, type VonageHttpOptions, vonageHttp } from '../vonage/http.ts';

/** Source: Vonage's OpenAPI of the Meetings API 0.1.7, and the error bodies in test/fixtures/meetings-api. */
const MEETINGS_API: VonageApi = {
  name: 'Meetings',
  readRefusal({ method, id }, status) {
    if (status === 401) return rejected('meetings_credentials');
    // An application may have 1,000 rooms; the only thing that is ever posted is one more.
    if (status === 403 && method === 'POST') return rejected('room_limit');
    // Only what was named by an id can be missing; any other 404 is a wrong address.
    return status === 404 && id !== undefined ? 'not-found' : rejected('meetings_rejected');
  },
};

/** The Meetings API at `options.apiUrl`. */
export function meetingsHttp(options: VonageHttpOptions): VonageHttp {
  return vonageHttp(MEETINGS_API, options);
}
