import { z } from 'zod';

/*
 * What Block Kit's blocks and elements are made of, with Slack's limits.
 * Source: docs.slack.dev/reference/block-kit/composition-objects, looked up November 2026.
 */

export const longest = (max: number) => z.string().max(max);
export const filled = (max: number) => z.string().min(1).max(max);

export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: filled(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: filled(max), verbatim: z.boolean().optional() });
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export const style = z.enum(['primary', 'danger']).optional();
export const block = { block_id: filled(255).optional() };

export const confirm = z.strictObject({
  title: plainText(100),
  text: plainText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style,
});

export const imageMembers = { image_url: longest(3000), alt_text: filled(2000) };
export const imageElement = z.strictObject({ type: z.literal('image'), ...imageMembers });

type Identified = { readonly [member in 'action_id' | 'block_id']?: string | undefined };

export function refuseTwins<T extends Identified>(
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
