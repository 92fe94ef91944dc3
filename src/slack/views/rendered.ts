import type { KnownBlock, MessageMetadata, RichTextElement } from '@slack/types';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { LIMITS } from './limits.ts';
import { link } from './mrkdwn.ts';

const MORE = '\n…';

/** A message as Slack takes it. `text` is what phones announce and screen readers read; it says what the blocks say. */
export interface Rendered {
  text: string;
  blocks: KnownBlock[];
  metadata?: MessageMetadata;
}

/** A message of these blocks; its `text` is what they say, paragraph by paragraph. */
export function rendered(...blocks: KnownBlock[]): Rendered {
  return { text: fitting(blocks.flatMap(paragraphs)), blocks };
}

/** As many whole paragraphs as `text` takes; … stands for the others. */
function fitting(all: readonly string[]): string {
  const whole = all.join('\n');
  if (whole.length <= LIMITS.text) return whole;
  let text = '';
  for (const paragraph of all) {
    const longer = text === '' ? paragraph : `${text}\n${paragraph}`;
    if (longer.length > LIMITS.text - MORE.length) break;
    text = longer;
  }
  return text + MORE;
}

function paragraphs(block: KnownBlock): string[] {
  switch (block.type) {
    case 'section':
      return block.text ? [block.text.text] : [];
    case 'context':
      return block.elements.flatMap((element) =>
        element.type === 'plain_text' ? [escapeMrkdwn(element.text)] : [],
      );
    case 'rich_text':
      return block.elements.flatMap((part) =>
        part.type === 'rich_text_section' ? [part.elements.map(inText).join('')] : [],
      );
    default:
      return [];
  }
}

/** A link that leaves too little of `text` for the rest is told by its label. */
function inText(piece: RichTextElement): string {
  if (piece.type === 'text') return escapeMrkdwn(piece.text);
  if (piece.type !== 'link') return '';
  const { url, text = '' } = piece;
  return url.length > LIMITS.linkInText ? escapeMrkdwn(text) : link(url, text);
}
