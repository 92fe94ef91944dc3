import { isoTime } from './callback-bodies.ts';
import type { Profile, Recording, Room } from './model.ts';
import type { RecordingLink } from './recording-links.ts';
import type { RoomLinks } from './room-links.ts';

/**
 * A room as the API shows it. `callback_urls` is absent when unset. The live service kept showing expired instant rooms as
 * available (seen 2023-01-24); the specification says they are not.
 */
export async function roomJson(
  room: Room,
  options: { readonly links: RoomLinks; readonly profile: Profile },
): Promise<Record<string, unknown>> {
  const looksAvailable = options.profile === 'live-2023' && room.details.type === 'instant';
  return {
    id: room.id,
    ...room.details,
    expires_at: isoTime(room.expiresAt),
    meeting_code: room.meetingCode,
    created_at: isoTime(room.createdAt),
    is_available: looksAvailable || !room.isExpired,
    _links: {
      host_url: { href: await options.links.hostUrl(room) },
      guest_url: { href: options.links.guestUrl(room) },
    },
  };
}

/** A recording as the API shows it; the link only once it is uploaded, and a new one each time. */
export function recordingJson(recording: Recording, link: RecordingLink): Record<string, unknown> {
  return {
    id: recording.id,
    session_id: recording.session.id,
    started_at: isoTime(recording.startedAt),
    ended_at: recording.endedAt === undefined ? null : isoTime(recording.endedAt),
    status: recording.status,
    _links: recording.status === 'uploaded' ? { url: { href: link(recording) } } : {},
  };
}
