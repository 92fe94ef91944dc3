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
  const told = (inText: InText) => blocks.flatMap((block) => paragraphs(block, inText));
  const withLinks = told(linked);
  const fits = withLinks.join('\n').length <= LIMITS.text;
  return { text: fitting(fits ? withLinks : told(labelled)), blocks };
}

/** How a piece of a paragraph is told. */
type InText = (piece: RichTextElement) => string;

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

function paragraphs(block: KnownBlock, inText: InText): string[] {
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

function linked(piece: RichTextElement): string {
  return piece.type === 'link' ? link(piece.url, piece.text ?? '') : labelled(piece);
}

/** An address may leave too little of `text` for the rest; then its label has to do. */
function labelled(piece: RichTextElement): string {
  return piece.type === 'text' || piece.type === 'link' ? escapeMrkdwn(piece.text ?? '') : '';
}
