import { z } from 'zod';
import { invalidInput } from './api-error.ts';
import type { Profile, RoomDetails } from './model.ts';
import { parseInput } from './parse-input.ts';
import {
  instantRoomSchema,
  longTermRoomSchema,
  type RoomInput,
  type RoomUpdate,
  updateRoomSchema,
} from './room-schema.ts';

/** An instant room stays this long without anybody in it; a long-term room must be asked to stay longer. */
export const IDLE_MS = 10 * 60_000;

const longTermSchema = z.looseObject({ type: z.literal('long_term') });

/** Reads the body of `POST /rooms`. `expiresAt` is undefined for an instant room. Throws {@link ApiError} 400. */
export function readRoom(
  body: unknown,
  options: { readonly profile: Profile; readonly now: number },
): { readonly details: RoomDetails; readonly expiresAt: number | undefined } {
  const isLongTerm = longTermSchema.safeParse(body).success;
  const input: RoomInput = parseInput(isLongTerm ? longTermRoomSchema : instantRoomSchema, body);
  assertFarEnough(input.expires_at, options.now);
  return { details: withDefaults(input, options.profile), expiresAt: input.expires_at };
}

/** Reads the body of `PATCH /rooms/:id`. Throws {@link ApiError} 400. */
export function readRoomUpdate(body: unknown, now: number): RoomUpdate {
  const update = parseInput(updateRoomSchema, body).update_details;
  assertFarEnough(update.expires_at, now);
  return update;
}

/** Whether nested members are merged or replaced is not documented; merged here. */
export function applyUpdate(details: RoomDetails, update: RoomUpdate): RoomDetails {
  const { expires_at: _, ...changes } = update;
  return {
    ...details,
    ...changes,
    initial_join_options: { ...details.initial_join_options, ...changes.initial_join_options },
    available_features: { ...details.available_features, ...changes.available_features },
    ...(changes.callback_urls && {
      callback_urls: { ...details.callback_urls, ...changes.callback_urls },
    }),
  };
}

function assertFarEnough(expiresAt: number | undefined, now: number): void {
  if (expiresAt !== undefined && expiresAt <= now + IDLE_MS) {
    throw invalidInput('"expires_at" must be greater than 10 minutes from now');
  }
}

function withDefaults(input: RoomInput, profile: Profile): RoomDetails {
  return {
    display_name: input.display_name,
    metadata: input.metadata ?? null,
    type: input.type ?? 'instant',
    theme_id: input.theme_id ?? null,
    join_approval_level: input.join_approval_level ?? 'none',
    expire_after_use: input.expire_after_use ?? false,
    recording_options: { auto_record: false, record_only_owner: false, ...input.recording_options },
    initial_join_options: { microphone_state: 'default', ...input.initial_join_options },
    ...(input.callback_urls && { callback_urls: input.callback_urls }),
    available_features: {
      is_recording_available: true,
      is_chat_available: true,
      is_whiteboard_available: true,
      is_locale_switcher_available: profile === 'spec',
      is_captions_available: false,
      ...input.available_features,
    },
    ui_settings: { language: profile === 'spec' ? 'en' : 'default', ...input.ui_settings },
  };
}
