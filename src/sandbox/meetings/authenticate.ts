import { type CryptoKey, importSPKI, jwtVerify } from 'jose';
import { z } from 'zod';
import { missingAuth, unauthorized } from './api-error.ts';

const DEFAULT_LIFETIME_SECONDS = 15 * 60;
const LONGEST_LIFETIME_SECONDS = 24 * 3600;
const ALLOWED_SKEW_SECONDS = 60;

const claimsSchema = z.object({
  application_id: z.string(),
  jti: z.string().min(1),
  iat: z.int(),
  exp: z.int().optional(),
});

/** Checks an `Authorization` header. Throws {@link ApiError} 401. */
export type Authenticate = (authorization: string | undefined) => Promise<void>;

/**
 * Application tokens: RS256 by the application's key, with `application_id`, `iat` and `jti`; `exp` at most a day after `iat`,
 * 15 minutes when left out. Checked against the real time, not the movable clock.
 */
export async function createAuthenticate(options: {
  readonly applicationId: string;
  /** PEM, SPKI. */
  readonly publicKey: string;
}): Promise<Authenticate> {
  const key = await importSPKI(options.publicKey, 'RS256');
  return async (authorization) => {
    if (!authorization) throw missingAuth();
    const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
    if (!token || !(await isGood(token, key, options.applicationId))) throw unauthorized();
  };
}

async function isGood(token: string, key: CryptoKey, applicationId: string): Promise<boolean> {
  const verified = await jwtVerify(token, key, { algorithms: ['RS256'] }).catch(() => undefined);
  const claims = claimsSchema.safeParse(verified?.payload).data;
  if (claims?.application_id !== applicationId) return false;
  const now = Date.now() / 1000;
  const expiresAt = claims.exp ?? claims.iat + DEFAULT_LIFETIME_SECONDS;
  return (
    claims.iat <= now + ALLOWED_SKEW_SECONDS &&
    expiresAt > now &&
    expiresAt - claims.iat <= LONGEST_LIFETIME_SECONDS
  );
}
