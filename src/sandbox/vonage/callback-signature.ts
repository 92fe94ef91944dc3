import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';

/**
 * Vonage's generic signed webhooks: an HS256 token whose `payload_hash` is the hex SHA-256 of the body. Documented for
 * Video's secure callbacks, not for Meetings; offered there so that a receiver's check can be tried.
 */
export function signCallback(
  body: string,
  options: { readonly secret: string; readonly applicationId: string },
): Promise<string> {
  return new SignJWT({
    payload_hash: createHash('sha256').update(body).digest('hex'),
    api_key: 'sandbox',
    application_id: options.applicationId,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('Vonage')
    .setIssuedAt()
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(options.secret));
}
