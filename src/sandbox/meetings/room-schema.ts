import { z } from 'zod';

/** What a room is made of and can be changed to, in the API's own names (contract: Room object, OpenAPI 0.1.7). */

const callbackUrl = z.string().regex(/^https?:\/\/.*$/);
const flag = z.boolean().exactOptional();

/** ISO 8601; a date alone and `+0000` without a colon are known to be accepted. Becomes epoch milliseconds. */
const moment = z.string().transform((text, context) => {
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  context.addIssue('must be in ISO 8601 date format');
  return z.NEVER;
});

const changeable = {
  theme_id: z.uuid().nullable().exactOptional(),
  join_approval_level: z.enum(['none', 'after_owner_only', 'explicit_approval']).exactOptional(),
  initial_join_options: z
    .strictObject({ microphone_state: z.enum(['on', 'off', 'default']).exactOptional() })
    .exactOptional(),
  callback_urls: z
    .strictObject({
      rooms_callback_url: callbackUrl.exactOptional(),
      sessions_callback_url: callbackUrl.exactOptional(),
      recordings_callback_url: callbackUrl.exactOptional(),
    })
    .exactOptional(),
  available_features: z
    .strictObject({
      is_recording_available: flag,
      is_chat_available: flag,
      is_whiteboard_available: flag,
      is_locale_switcher_available: flag,
      is_captions_available: flag,
    })
    .exactOptional(),
};

const anyRoom = {
  display_name: z.string().min(1).max(200),
  metadata: z.string().max(500).nullable().exactOptional(),
  type: z.enum(['instant', 'long_term']).exactOptional(),
  recording_options: z.strictObject({ auto_record: flag, record_only_owner: flag }).exactOptional(),
  ui_settings: z.strictObject({ language: z.string().exactOptional() }).exactOptional(),
  ...changeable,
};

/** `POST /rooms` without a type or with `instant`. */
export const instantRoomSchema = z.strictObject(anyRoom);

/** `POST /rooms` with `long_term`. */
export const longTermRoomSchema = z.strictObject({
  ...anyRoom,
  expires_at: moment,
  expire_after_use: flag,
});

/** `PATCH /rooms/:id`. */
export const updateRoomSchema = z.strictObject({
  update_details: z
    .strictObject({ ...changeable, expires_at: moment.exactOptional(), expire_after_use: flag })
    .refine((details) => Object.keys(details).length > 0, 'must have at least 1 key'),
});

export type RoomInput = z.infer<typeof instantRoomSchema> & {
  readonly expires_at?: number;
  readonly expire_after_use?: boolean;
};
export type RoomUpdate = z.infer<typeof updateRoomSchema>['update_details'];
