import type { KnownBlock, MessageMetadata } from '@slack/types';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { LIMITS } from './limits.ts';

/** A message as Slack takes it. `text` is what phones announce and screen readers read; it says what the blocks say. */
export interface Rendered {
  text: string;
  blocks: KnownBlock[];
  metadata?: MessageMetadata;
}

/** A message of these blocks; its `text` is what they say, paragraph by paragraph, as far as it fits. */
export function rendered(...blocks: KnownBlock[]): Rendered {
  let text = '';
  for (const paragraph of blocks.flatMap(paragraphs)) {
    const longer = text === '' ? paragraph : `${text}\n${paragraph}`;
    if (longer.length > LIMITS.text) break;
    text = longer;
  }
  return { text, blocks };
}

function paragraphs(block: KnownBlock): string[] {
  if (block.type === 'section') return block.text ? [block.text.text] : [];
  if (block.type !== 'context') return [];
  return block.elements.flatMap((element) =>
    element.type === 'plain_text' ? [escapeMrkdwn(element.text)] : [],
  );
}
