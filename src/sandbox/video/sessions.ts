import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { MovableClock } from '../vonage/movable-clock.ts';
import { badRequest } from './api-error.ts';
import type { Session, World } from './model.ts';
import { readInput } from './read-input.ts';

const formSchema = z.object({
  archiveMode: z.enum(['manual', 'always']).default('manual'),
  'p2p.preference': z.enum(['disabled', 'enabled']).default('disabled'),
  location: z.string().optional(),
  e2ee: z.enum(['true', 'false']).optional(),
});

/** Makes a session from the form of `POST /session/create`. Throws {@link ApiError} 400. */
export function createSession(
  form: unknown,
  { world, clock, applicationId }: { world: World; clock: MovableClock; applicationId: string },
): Session {
  const { archiveMode, 'p2p.preference': peerToPeer } = readInput(formSchema, form ?? {});
  if (archiveMode === 'always' && peerToPeer === 'enabled') {
    throw badRequest('Invalid request: only routed sessions can be archived');
  }
  const createdAt = clock.now();
  const session: Session = {
    id: sessionId(applicationId, createdAt),
    createdAt,
    archiveMode,
    isRouted: peerToPeer === 'disabled',
    connections: new Map(),
    streams: new Map(),
    isLive: false,
    wasLive: false,
    emptySince: undefined,
  };
  world.sessions.set(session.id, session);
  return session;
}

/** `2_` and base64url of `1~<application>~~<created ms>~<random>~~`, as in recorded ids. */
function sessionId(applicationId: string, createdAt: number): string {
  const inside = `1~${applicationId}~~${createdAt}~${randomBytes(18).toString('base64')}~~`;
  return `2_${Buffer.from(inside).toString('base64url')}`;
}

/** As recorded from the live service in 2023. */
export function sessionJson(session: Session, applicationId: string): Record<string, unknown> {
  return {
    session_id: session.id,
    project_id: applicationId,
    partner_id: applicationId,
    create_dt: javaDate(session.createdAt),
    session_status: null,
    status_invalid: null,
    media_server_hostname: null,
    messaging_server_url: null,
    messaging_url: null,
    symphony_address: null,
    properties: null,
    ice_server: null,
    session_segment_id: randomUUID(),
    ice_servers: null,
    ice_credential_expiration: 86_100,
  };
}

/** `Tue Jan 03 01:07:58 UTC 2023` */
function javaDate(time: number): string {
  const [weekday, day, month, year, clock] = new Date(time).toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${clock} UTC ${year}`;
}
