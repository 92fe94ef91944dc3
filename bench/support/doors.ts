import { randomUUID } from 'node:crypto';
import { type Door, openDoor } from './door.ts';

const HOUR_MS = 3_600_000;

/** A Slack in which everything is there and nothing is limited: what is measured is the app, not Slack. */
export function slackDoor(): Promise<Door> {
  let posted = 0;
  const user = { id: 'U0BENCH', name: 'bench', tz: 'Europe/London', locale: 'en-US', profile: {} };
  return openDoor({
    '/api/users.info': () => ({ ok: true, user }),
    '/api/conversations.info': () => ({ ok: true, channel: { id: 'C0BENCH', is_private: false } }),
    '/api/conversations.members': () => ({ ok: true, members: [user.id] }),
    '/api/chat.postMessage': (body) => ({
      ok: true,
      channel: new URLSearchParams(body).get('channel'),
      ts: `1700000000.${String(++posted).padStart(6, '0')}`,
    }),
    '*': () => ({ ok: true }),
  });
}

/** A Meetings server that makes a room whenever it is asked for one. */
export function meetingsDoor(): Promise<Door> {
  return openDoor({
    '/v1/meetings/rooms': () => {
      const id = randomUUID();
      return {
        id,
        display_name: 'Bench',
        type: 'instant',
        created_at: new Date().toISOString(),
        expires_at: new Date(Date.now() + HOUR_MS).toISOString(),
        is_available: true,
        _links: {
          host_url: { href: `https://meetings.example/?room_token=${id}&participant_token=none` },
          guest_url: { href: `https://meetings.example/${id}` },
        },
      };
    },
  });
}
