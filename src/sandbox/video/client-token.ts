import { z } from 'zod';
import type { ReadToken } from '../vonage/check-token.ts';
import type { Role } from './model.ts';

const LONGEST_LIFETIME_SECONDS = 30 * 86_400;

const claimsSchema = z
  .object({
    application_id: z.string(),
    scope: z.literal('session.connect'),
    session_id: z.string(),
    role: z.enum(['publisher', 'subscriber', 'moderator', 'publisheronly']),
    initial_layout_class_list: z.string(),
    connection_data: z.string().max(1000).default(''),
    sub: z.literal('video'),
    acl: z.object({ paths: z.object({ '/session/**': z.object({}) }) }),
    jti: z.string().min(1),
    iat: z.int(),
    exp: z.int(),
  })
  .refine(({ iat, exp }) => exp > iat && exp - iat <= LONGEST_LIFETIME_SECONDS);

/** What a client token allows. */
export interface ClientTicket {
  readonly applicationId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly data: string;
}

/** Undefined for a token that is not signed by the application's key, is too old, or lacks a claim. */
export async function readClientToken(
  token: string | undefined,
  readToken: ReadToken,
): Promise<ClientTicket | undefined> {
  const { data: claims } = claimsSchema.safeParse(await readToken(token));
  return (
    claims && {
      applicationId: claims.application_id,
      sessionId: claims.session_id,
      role: claims.role,
      data: claims.connection_data,
    }
  );
}
