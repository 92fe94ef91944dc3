import { z } from 'zod';
import { filled, longest, plainText } from '../block-objects.ts';
import { viewBlocksSchema } from '../block-schema.ts';
import { reasonsOf, withIds } from '../read-blocks.ts';
import { SlackError } from '../slack-error.ts';
import type { ViewContent } from './view.ts';

const LARGEST_BYTES = 250_000;

const shared = {
  blocks: viewBlocksSchema,
  private_metadata: longest(3000).default(''),
  callback_id: longest(255).default(''),
  external_id: longest(255).default(''),
};

const modal = z
  .strictObject({
    type: z.literal('modal'),
    ...shared,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().default(false),
    notify_on_close: z.boolean().default(false),
    submit_disabled: z.boolean().optional(),
  })
  .refine(({ submit, blocks }) => submit || !blocks.some(({ type }) => type === 'input'), {
    error: 'must define `submit` to use an `input` block in modals',
  })
  .refine(({ blocks }) => blocks.filter(takesFocus).length < 2, {
    error: 'only one element can set `focus_on_load` to true',
    path: ['blocks'],
  });

const home = z.strictObject({
  type: z.literal('home'),
  ...shared,
  // Slack takes and forgets it.
  title: filled(24).or(plainText(24)).optional(),
});

const viewSchema = z.discriminatedUnion('type', [modal, home]);

/**
 * Reads the `view` of a request of that type and names what has no name, as Slack does.
 * Throws SlackError `invalid_arguments` with a reason for each fault, `view_too_large` beyond 250 kB.
 */
export function readView(value: unknown, type: ViewContent['type']): ViewContent {
  if (Buffer.byteLength(JSON.stringify(value ?? '')) > LARGEST_BYTES) throw new SlackError('view_too_large');
  const parsed = viewSchema.safeParse(value);
  if (!parsed.success) refuse(reasonsOf(parsed.error, value, '/view'));
  if (parsed.data.type !== type) refuse([`must be of type ${type} [json-pointer:/view/type]`]);
  const blocks = parsed.data.blocks.map(withIds);
  if (parsed.data.type === 'modal') return { ...parsed.data, blocks };
  const { private_metadata, callback_id, external_id } = parsed.data;
  return {
    type: 'home',
    blocks,
    private_metadata,
    callback_id,
    external_id,
    clear_on_close: false,
    notify_on_close: false,
  };
}

function refuse(reasons: readonly string[]): never {
  throw new SlackError('invalid_arguments', { reasons });
}

function takesFocus(block: z.infer<typeof viewBlocksSchema>[number]): boolean {
  return block.type === 'input' && 'focus_on_load' in block.element && block.element.focus_on_load === true;
}
