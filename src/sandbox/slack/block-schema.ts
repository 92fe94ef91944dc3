import { z } from 'zod';
import {
  anyText,
  block,
  filled,
  imageElement,
  imageMembers,
  plainText,
  refuseTwins,
} from './block-objects.ts';
import { actionElement, inputElement } from './element-schema.ts';

/*
 * Block Kit as far as the app uses it, with Slack's limits.
 * Source: docs.slack.dev/reference/block-kit, looked up November 2026.
 */

const section = z
  .strictObject({
    type: z.literal('section'),
    ...block,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: z.discriminatedUnion('type', [...actionElement.options, imageElement]).optional(),
    expand: z.boolean().optional(),
  })
  .refine((it) => it.text || it.fields, { error: 'must define either `text` or `fields`', path: ['type'] });

const header = z.strictObject({ type: z.literal('header'), ...block, text: plainText(150) });

const divider = z.strictObject({ type: z.literal('divider'), ...block });

const context = z.strictObject({
  type: z.literal('context'),
  ...block,
  elements: z
    .array(z.discriminatedUnion('type', [...anyText(3000).options, imageElement]))
    .min(1)
    .max(10),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  ...block,
  elements: z
    .array(actionElement)
    .min(1)
    .max(25)
    .check((elements) => refuseTwins(elements, 'action_id')),
});

const image = z.strictObject({
  type: z.literal('image'),
  ...block,
  ...imageMembers,
  title: plainText(2000).optional(),
});

const richTextElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: filled(3000) }),
  z.strictObject({ type: z.literal('link'), url: z.url(), text: filled(3000).optional() }),
]);
const richText = z.strictObject({
  type: z.literal('rich_text'),
  ...block,
  elements: z
    .array(
      z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richTextElement).min(1) }),
    )
    .min(1),
});

const input = z.strictObject({
  type: z.literal('input'),
  ...block,
  label: plainText(2000),
  element: inputElement,
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

const anywhere = [section, header, divider, context, actions, image, richText] as const;

/** The `blocks` of a message. */
export const blocksSchema = z
  .array(z.discriminatedUnion('type', anywhere))
  .max(50)
  .check((blocks) => refuseTwins(blocks, 'block_id'));

/** The `blocks` of a dialog or a Home tab. */
export const viewBlocksSchema = z
  .array(z.discriminatedUnion('type', [...anywhere, input]))
  .max(100)
  .check((blocks) => refuseTwins(blocks, 'block_id'));
