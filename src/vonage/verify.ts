/*
 * Signed callbacks. Source: Vonage, "Webhooks: decoding signed webhooks": `Authorization: Bearer <JWT>`, HS256, claims
 * `iat`, `jti`, `payload_hash` (lower-case hex SHA-256 of the raw body), neither `exp` nor `nbf`.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { AuthenticityError } from '../errors.ts';
import { opaqueId } from './opaque-id.ts';

export interface SignedCallback {
  /** The header as it came. */
  readonly authorization: string | undefined;
  /** The raw bytes. */
  readonly body: Buffer;
  /** Any of them may have signed, so that one can be replaced by another without a gap. */
  readonly secrets: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Senders try again for a day, with the signature they began with. */
const MAX_AGE_SECONDS = 25 * 3_600;
const MAX_AHEAD_SECONDS = 5 * 60;

/**
 * Checks who sent a callback, when, and that it was not altered; gives the signature's id, good for one use. Throws
 * AuthenticityError: `signature_missing` (the sender repeats an unsigned callback when it is answered 5xx),
 * `signature_invalid`, `signature_stale`, `payload_mismatch`.
 */
export async function verifyCallback(callback: SignedCallback): Promise<{ readonly jti: string }> {
  if (!callback.authorization) throw new AuthenticityError('signature_missing', 'Callback is not signed');
  const token = /^Bearer +(\S+)$/i.exec(callback.authorization)?.[1] ?? '';
  const claims = await readClaims(token, callback);

  if (!isRecent(claims.iat, callback.now)) throw stale();
  if (!isHashOf(callback.body, claims['payload_hash'])) {
    throw new AuthenticityError('payload_mismatch', 'Callback is not what was signed');
  }
  const jti = opaqueId.safeParse(claims.jti);
  if (!jti.success) throw invalid();
  return { jti: jti.data };
}

async function readClaims(token: string, { secrets, now }: SignedCallback): Promise<JWTPayload> {
  for (const secret of secrets) {
    try {
      const key = new TextEncoder().encode(secret);
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: new Date(now) });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw stale();
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw invalid(error);
    }
  }
  throw invalid();
}

function isRecent(issuedAt: number | undefined, now: number): boolean {
  if (issuedAt === undefined) return false;
  const ageSeconds = now / 1000 - issuedAt;
  return ageSeconds <= MAX_AGE_SECONDS && ageSeconds >= -MAX_AHEAD_SECONDS;
}

function isHashOf(body: Buffer, claim: unknown): boolean {
  const expected = Buffer.from(createHash('sha256').update(body).digest('hex'));
  const claimed = Buffer.from(String(claim));
  return claimed.length === expected.length && timingSafeEqual(claimed, expected);
}

function invalid(cause?: unknown): AuthenticityError {
  return new AuthenticityError('signature_invalid', 'Callback is not signed by Vonage', {
    cause,
  });
}

function stale(): AuthenticityError {
  return new AuthenticityError('signature_stale', 'Callback was signed too long ago, or in the future');
}
