import { z } from 'zod';
import { INPUT } from './ids.ts';

/*
 * The question whose settings it is to be, on the wire. Source: view_submission payload and conversations_select element,
 * looked up November 2026.
 */

/** `block_id` of its only field. */
export const PLACE_FIELD = 'channel';

const stateSchema = z.object({
  [PLACE_FIELD]: z.object({ [INPUT]: z.object({ selected_conversation: z.string().min(1).max(200) }) }),
});

/** The id of the channel chosen; undefined for anything but a state of this dialog. */
export function readSettingsPlace(values: unknown): string | undefined {
  return stateSchema.safeParse(values).data?.[PLACE_FIELD][INPUT].selected_conversation;
}
