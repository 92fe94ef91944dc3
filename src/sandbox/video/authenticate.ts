import type { Authenticate } from '../vonage/api.ts';
import { createCheckToken, type TokenOptions } from '../vonage/check-token.ts';
import { forbidden } from './api-error.ts';

/** Refuses like the Video API: {@link ApiError} 403, also without any token. */
export async function createAuthenticate(options: TokenOptions): Promise<Authenticate> {
  const checkToken = await createCheckToken(options);
  return async (authorization) => {
    if ((await checkToken(authorization)) !== 'good') throw forbidden();
  };
}
