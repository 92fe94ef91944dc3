import { importSPKI, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';

const DEFAULT_LIFETIME_SECONDS = 15 * 60;
const LONGEST_LIFETIME_SECONDS = 24 * 3600;
const ALLOWED_SKEW_SECONDS = 60;

const claimsSchema = z.object({
  application_id: z.string(),
  jti: z.string().min(1),
  iat: z.int(),
  exp: z.int().optional(),
});

export interface TokenOptions {
  readonly applicationId: string;
  /** PEM (SPKI) of the key the application's tokens are signed with. */
  readonly publicKey: string;
  /** The real time tokens are checked against, in epoch milliseconds. @default the machine's clock */
  readonly now?: () => number;
}

/** What stands in a token that the application's key signed; undefined for any other. Its times are not looked at but `exp`. */
export type ReadToken = (token: string | undefined) => Promise<JWTPayload | undefined>;

export async function createReadToken({ publicKey, now = Date.now }: TokenOptions): Promise<ReadToken> {
  const key = await importSPKI(publicKey, 'RS256');
  return async (token) => {
    const options = { algorithms: ['RS256'], currentDate: new Date(now()) };
    return (await jwtVerify(token ?? '', key, options).catch(() => undefined))?.payload;
  };
}

/** Whether an `Authorization` header carries a token of the application that is valid now. */
export type CheckToken = (authorization: string | undefined) => Promise<'good' | 'missing' | 'bad'>;

/**
 * Application tokens: RS256 by the application's key, with `application_id`, `iat` and `jti`; `exp` at most a day after `iat`,
 * 15 minutes when left out. Checked against the real time, not the movable clock.
 */
export async function createCheckToken(options: TokenOptions): Promise<CheckToken> {
  const { applicationId, now = Date.now } = options;
  const readToken = await createReadToken(options);
  return async (authorization) => {
    if (!authorization) return 'missing';
    const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
    const claims = claimsSchema.safeParse(await readToken(token)).data;
    const isOurs = claims?.application_id === applicationId && isTimely(claims, now() / 1000);
    return isOurs ? 'good' : 'bad';
  };
}

function isTimely({ iat, exp }: z.infer<typeof claimsSchema>, nowSeconds: number): boolean {
  const expiresAt = exp ?? iat + DEFAULT_LIFETIME_SECONDS;
  return (
    iat <= nowSeconds + ALLOWED_SKEW_SECONDS &&
    expiresAt > nowSeconds &&
    expiresAt - iat <= LONGEST_LIFETIME_SECONDS
  );
}
