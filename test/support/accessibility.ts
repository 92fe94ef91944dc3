import type { Button, KnownBlock } from '@slack/types';
import { buttonsOf, type SlackMessage } from './slack-limits.ts';

/** Longest `text` we write; what doesn't fit is told by … at its end. */
const TEXT_MAX = 4000;

/**
 * What somebody who listens to a message, or sees no colours and pictures, would miss; each as a short sentence. Screen
 * readers and phones read `text` instead of the blocks. Source: docs.slack.dev, chat.postMessage, "Accessibility".
 */
export function accessProblems(message: SlackMessage): readonly string[] {
  return [...textProblems(message), ...blockAccessProblems(message.blocks)];
}

/** The part of it that holds for blocks anywhere: dialogs and App Home have no `text`. */
export function blockAccessProblems(blocks: readonly KnownBlock[]): readonly string[] {
  const buttons = buttonsOf({ text: '', blocks });
  return [
    ...blocks
      .flatMap(shownIn)
      .filter(isWordless)
      .map((shown) => `no word in "${shown}"`),
    ...imagesIn(blocks)
      .filter((image) => isWordless(image.alt_text))
      .map(() => 'an image without alt text'),
    ...buttons
      .filter(({ text }) => isWordless(text.text))
      .map(({ text }) => `no word on the button "${text.text}"`),
    ...buttons
      .filter(({ text }) => buttons.filter((other) => other.text.text === text.text).length > 1)
      .filter((button) => !isNamed(button))
      .map(({ text }) => `several buttons say "${text.text}", and this one does not say what about`),
  ];
}

/** Every word that is shown stands in `text`, in the same order; all up to a …, where there are too many. */
function textProblems({ text, blocks }: SlackMessage): readonly string[] {
  const shown = wordsOf(blocks.flatMap(shownIn).join('\n'));
  const told = wordsOf(text);
  const isCut = told.at(-1) === '…' && shown.join(' ').length > TEXT_MAX / 2;
  if (isCut) told.pop();
  let next = 0;
  for (const word of told) if (word === shown[next]) next++;
  if (next === shown.length) return [];
  return isCut && next === told.length ? [] : [`"${shown[next]}" is shown, and not in text`];
}

/** What a block shows as text, paragraph by paragraph. */
function shownIn(block: KnownBlock): readonly string[] {
  switch (block.type) {
    case 'section':
      return [block.text, ...(block.fields ?? [])].flatMap((part) => part?.text ?? []);
    case 'header':
      return [block.text.text];
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? element.text : []));
    case 'rich_text':
      return block.elements
        .flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []))
        .flatMap((piece) => ('text' in piece && piece.text !== undefined ? piece.text : []));
    default:
      return [];
  }
}

function imagesIn(blocks: readonly KnownBlock[]): readonly { readonly alt_text: string }[] {
  return blocks.flatMap((block) => {
    if (block.type === 'image') return [block];
    if (block.type === 'section') return block.accessory?.type === 'image' ? [block.accessory] : [];
    return block.type === 'context' ? block.elements.filter((element) => element.type === 'image') : [];
  });
}

/** Words as they are read out: links by their labels, entities by what they stand for. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/<(?:https?:|mailto:)[^>|]*\|([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return plain.split(/\s+/).filter((word) => word !== '');
}

function isWordless(shown: string): boolean {
  return !/[\p{L}\p{N}]/u.test(shown.replace(/:[a-z0-9_+-]+:/g, ''));
}

function isNamed({ text, accessibility_label: label = '' }: Button): boolean {
  return label.startsWith(text.text) && label.length > text.text.length;
}
