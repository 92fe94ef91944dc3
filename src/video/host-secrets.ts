import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** A room's code, which is in its guests' link: 128 random bits. */
export function newCode(): string {
  return randomBytes(CODE_BYTES).toString('base64url');
}

const CODE_BYTES = 16;
const CODE_LENGTH = 22;

/**
 * What makes a host: in the link of one person to one room, and nowhere stored, because it can be made again from the
 * application's private key. It holds for as long as that person is the room's host.
 */
export interface HostSecrets {
  secretOf(code: string, hostUserId: string): string;
  /** The code of the room it claims to be for; proven by {@link isRight}. */
  codeIn(secret: string): string;
  isRight(secret: string, code: string, hostUserId: string): boolean;
}

/** @param privateKey PEM. With another key all links to hosts have to be asked for anew. */
export function hostSecrets(privateKey: string): HostSecrets {
  const key = Buffer.from(hkdfSync('sha256', privateKey, '', 'roomtone host links', 32));
  const secretOf = (code: string, hostUserId: string) =>
    code + createHmac('sha256', key).update(`host:${code}:${hostUserId}`).digest('base64url');
  return {
    secretOf,
    codeIn: (secret) => secret.slice(0, CODE_LENGTH),
    isRight(secret, code, hostUserId) {
      const [given, right] = [Buffer.from(secret), Buffer.from(secretOf(code, hostUserId))];
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
