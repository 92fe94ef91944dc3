import { z } from 'zod';
import { confirm, longest, plainText, style } from './block-objects.ts';
import { hasOptions, listed, NO_OPTIONS, offers, option, options } from './option-schema.ts';

/*
 * Block Kit's interactive elements, with Slack's limits.
 * Source: docs.slack.dev/reference/block-kit/block-elements, looked up November 2026.
 */

const action = { action_id: longest(255).optional() };
const asked = { ...action, confirm: confirm.optional() };
const chosen = { ...asked, focus_on_load: z.boolean().optional() };
const menu = { ...chosen, placeholder: plainText(150).optional() };
const manyOf = { max_selected_items: z.int().min(1).optional() };
const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  ...asked,
  value: longest(2000).optional(),
  url: longest(3000).optional(),
  style,
  accessibility_label: longest(75).optional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...asked,
  options: z
    .array(option.extend({ url: longest(3000).optional() }))
    .min(1)
    .max(5),
});

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...menu, ...options, initial_option: option.optional() })
  .refine(hasOptions, NO_OPTIONS)
  .refine((it) => offers(it, it.initial_option), {
    error: 'must match one of the options',
    path: ['initial_option'],
  });

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    ...manyOf,
    ...options,
    initial_options: z.array(option).min(1).optional(),
  })
  .refine(hasOptions, NO_OPTIONS);

const filter = z.strictObject({
  include: z
    .array(z.enum(['im', 'mpim', 'private', 'public']))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
});
const answerable = { response_url_enabled: z.boolean().optional() };

/** Elements that stand in actions blocks and beside sections as well as in inputs. */
const everywhere = [
  staticSelect,
  multiStaticSelect,
  z.strictObject({ type: z.literal('users_select'), ...menu, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...menu,
    ...manyOf,
    initial_users: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...menu,
    ...answerable,
    initial_conversation: z.string().optional(),
    default_to_current_conversation: z.boolean().optional(),
    filter: filter.optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...menu,
    ...answerable,
    initial_channel: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...chosen,
    options: z.array(listed).min(1).max(10),
    initial_option: listed.optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    ...chosen,
    options: z.array(listed).min(1).max(10),
    initial_options: z.array(listed).min(1).optional(),
  }),
  z.strictObject({ type: z.literal('datepicker'), ...menu, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...menu,
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a valid time')
      .optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...chosen,
    initial_date_time: z.int().optional(),
  }),
] as const;

const typed = {
  ...action,
  placeholder: plainText(150).optional(),
  focus_on_load: z.boolean().optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .max(2),
    })
    .optional(),
};

/** What an actions block holds. */
export const actionElement = z.discriminatedUnion('type', [button, overflow, ...everywhere]);

/** What an input block holds. */
export const inputElement = z.discriminatedUnion('type', [
  ...everywhere,
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: longest(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() }),
]);
