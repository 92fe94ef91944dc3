import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';

/** A callback of no known kind: it is acknowledged, and nothing else happens. */
const BODY = JSON.stringify({ event: 'roomtone:doctor' });

export interface ProbeCallback {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A callback that changes nothing, signed as Vonage signs if there is a secret. `now`: epoch milliseconds. */
export async function probeCallback(secret: string | undefined, now: number): Promise<ProbeCallback> {
  const headers = { 'content-type': 'application/json' };
  if (secret === undefined) return { headers, body: BODY };
  const token = await new SignJWT({ payload_hash: createHash('sha256').update(BODY).digest('hex') })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(Math.floor(now / 1_000))
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(secret));
  return { headers: { ...headers, authorization: `Bearer ${token}` }, body: BODY };
}
