import { z } from 'zod';
import type { Block, Content, Metadata } from './message.ts';
import { readBlocks } from './read-blocks.ts';
import { SlackError } from './slack-error.ts';

const LONGEST_TEXT = 40_000;

const metadataSchema = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

/** The members of a message as they were sent, still unread. */
export interface ContentArguments {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly metadata?: unknown;
}

/**
 * Reads what a message says.
 * Throws SlackError `no_text`, `msg_too_long`, `invalid_blocks`, `invalid_blocks_format`, `invalid_metadata_format`.
 */
export function readContent(args: ContentArguments): Content {
  const text = args.text ?? '';
  const blocks = args.blocks === undefined ? [] : readBlocks(args.blocks);
  refuseBadText(text, blocks);
  const metadata = args.metadata === undefined ? undefined : readMetadata(args.metadata);
  return { text, blocks, metadata };
}

function refuseBadText(text: string, blocks: readonly Block[]): void {
  if (text === '' && blocks.length === 0) throw new SlackError('no_text');
  if (text.length > LONGEST_TEXT) throw new SlackError('msg_too_long');
}

/** An empty object takes the metadata away. */
function readMetadata(value: unknown): Metadata | undefined {
  if (z.strictObject({}).safeParse(value).success) return undefined;
  const parsed = metadataSchema.safeParse(value);
  if (!parsed.success) throw new SlackError('invalid_metadata_format');
  return parsed.data;
}
