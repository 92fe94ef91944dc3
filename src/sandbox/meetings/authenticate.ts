import type { Authenticate } from '../vonage/api.ts';
import { createCheckToken, type TokenOptions } from '../vonage/check-token.ts';
import { missingAuth, unauthorized } from './api-error.ts';

/** Refuses like the gateway in front of the Meetings API: {@link ApiError} 401. */
export async function createAuthenticate(options: TokenOptions): Promise<Authenticate> {
  const checkToken = await createCheckToken(options);
  return async (authorization) => {
    const verdict = await checkToken(authorization);
    if (verdict === 'missing') throw missingAuth();
    if (verdict === 'bad') throw unauthorized();
  };
}
