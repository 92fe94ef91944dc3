import { createPrivateKey, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { ApplicationTokenOptions } from '../vonage/token.ts';

/** Somebody on the way into a session. */
export interface Ticket {
  readonly sessionId: string;
  /** At most 60 characters. */
  readonly name: string;
  /** May mute and remove others. */
  readonly isHost: boolean;
}

/** Long enough to come back after a broken connection; an archive stops after 12 hours. */
const LIFETIME_SECONDS = 24 * 60 * 60;

/**
 * Signs what lets a browser into a session: a JWT with RS256, made here. Source: the claims of `generateClientToken` in
 * Vonage's SDK for Node. Others in the session see `connection_data`; it has at most 1,000 characters.
 */
export function clientToken(options: ApplicationTokenOptions): (ticket: Ticket) => Promise<string> {
  const key = createPrivateKey(options.privateKey);

  return ({ sessionId, name, isHost }) => {
    const now = Math.floor(options.clock.now() / 1000);
    const claims = {
      application_id: options.applicationId,
      scope: 'session.connect',
      session_id: sessionId,
      role: isHost ? 'moderator' : 'publisher',
      initial_layout_class_list: '',
      connection_data: JSON.stringify({ name, isHost, participantId: randomUUID() }),
      sub: 'video',
      acl: { paths: { '/session/**': {} } },
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME_SECONDS)
      .setJti(randomUUID())
      .sign(key);
  };
}
