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
  /** The real time, in epoch milliseconds. Default: the machine's clock. */
  readonly now?: () => number;
}): Promise<Authenticate> {
  const { applicationId, now = Date.now } = options;
  const key = await importSPKI(options.publicKey, 'RS256');
  return async (authorization) => {
    if (!authorization) throw missingAuth();
    const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
    const claims = await readClaims(token, key, now());
    if (claims?.application_id !== applicationId || !isTimely(claims, now() / 1000)) throw unauthorized();
  };
}

async function readClaims(
  token: string | undefined,
  key: CryptoKey,
  now: number,
): Promise<z.infer<typeof claimsSchema> | undefined> {
  const options = { algorithms: ['RS256'], currentDate: new Date(now) };
  const verified = await jwtVerify(token ?? '', key, options).catch(() => undefined);
  return claimsSchema.safeParse(verified?.payload).data;
}

function isTimely({ iat, exp }: z.infer<typeof claimsSchema>, nowSeconds: number): boolean {
  const expiresAt = exp ?? iat + DEFAULT_LIFETIME_SECONDS;
  return (
    iat <= nowSeconds + ALLOWED_SKEW_SECONDS &&
    expiresAt > nowSeconds &&
    expiresAt - iat <= LONGEST_LIFETIME_SECONDS
  );
}
