import { z } from 'zod';

/*
 * Block Kit as far as the app uses it, with Slack's limits.
 * Source: docs.slack.dev/reference/block-kit, looked up November 2026.
 */

const longest = (max: number) => z.string().max(max);
const filled = (max: number) => z.string().min(1).max(max);

const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: filled(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: filled(max), verbatim: z.boolean().optional() });
const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

const style = z.enum(['primary', 'danger']).optional();
const block = { block_id: filled(255).optional() };

const confirm = z.strictObject({
  title: plainText(100),
  text: plainText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style,
});

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: longest(255).optional(),
  value: longest(2000).optional(),
  url: longest(3000).optional(),
  style,
  confirm: confirm.optional(),
  accessibility_label: longest(75).optional(),
});

const imageMembers = { image_url: longest(3000), alt_text: filled(2000) };
const imageElement = z.strictObject({ type: z.literal('image'), ...imageMembers });

const section = z
  .strictObject({
    type: z.literal('section'),
    ...block,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: z.discriminatedUnion('type', [button, imageElement]).optional(),
    expand: z.boolean().optional(),
  })
  .refine((it) => it.text || it.fields, { error: 'must define either `text` or `fields`', path: ['type'] });

const header = z.strictObject({ type: z.literal('header'), ...block, text: plainText(150) });

const divider = z.strictObject({ type: z.literal('divider'), ...block });

const context = z.strictObject({
  type: z.literal('context'),
  ...block,
  elements: z
    .array(z.discriminatedUnion('type', [plainText(3000), mrkdwn(3000), imageElement]))
    .min(1)
    .max(10),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  ...block,
  elements: z
    .array(z.discriminatedUnion('type', [button]))
    .min(1)
    .max(25)
    .check((context) => refuseTwins(context, 'action_id')),
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

/** The `blocks` of a message. */
export const blocksSchema = z
  .array(z.discriminatedUnion('type', [section, header, divider, context, actions, image, richText]))
  .max(50)
  .check((context) => refuseTwins(context, 'block_id'));

type Identified = { readonly [member in 'action_id' | 'block_id']?: string | undefined };

function refuseTwins<T extends Identified>(
  context: z.core.ParsePayload<T[]>,
  member: 'action_id' | 'block_id',
): void {
  const seen = new Set<string>();
  for (const [index, item] of context.value.entries()) {
    const id = item[member];
    if (id === undefined) continue;
    if (seen.has(id)) {
      const message = `\`${member}\` "${id}" already exists`;
      context.issues.push({ code: 'custom', message, path: [index, member], input: context.value });
    }
    seen.add(id);
  }
}
