import type { RoomOrder } from '../usecases/ports/meetings.ts';

/** Source: the specification of POST /rooms, `join_approval_level`. */
const JOIN_APPROVAL_LEVELS = {
  everyone: 'none',
  'after-host': 'after_owner_only',
  'host-admits': 'explicit_approval',
} as const;

/**
 * Body of `POST /rooms`. Members that say what the service does anyway are left out, so that the bodies of Vonage's
 * recording guide are contained in ours.
 */
export function roomBody(order: RoomOrder) {
  const { callbackUrl } = order;
  return {
    display_name: order.title,
    metadata: order.roomKey,
    recording_options: {
      auto_record: order.recording === 'automatic',
      ...(order.hostOnly && { record_only_owner: true }),
    },
    ...(order.joinApproval !== 'everyone' && {
      join_approval_level: JOIN_APPROVAL_LEVELS[order.joinApproval],
    }),
    ...(order.recording !== 'automatic' && {
      available_features: { is_recording_available: order.recording === 'offered' },
    }),
    ...(order.closesAt !== null && {
      type: 'long_term',
      expires_at: new Date(order.closesAt).toISOString(),
    }),
    callback_urls: {
      rooms_callback_url: callbackUrl,
      sessions_callback_url: callbackUrl,
      recordings_callback_url: callbackUrl,
    },
  };
}
