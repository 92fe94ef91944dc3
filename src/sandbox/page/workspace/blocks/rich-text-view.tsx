import type { ReactNode } from 'react';
import type { BlockOf } from './slack-block.ts';
import { Unknown } from './unknown.tsx';

/** Rich text as far as the app sends it: paragraphs of words and links. */
export function RichTextView({ block }: { block: BlockOf<'rich_text'> }): ReactNode {
  return block.elements.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no names
    <p key={index}>
      {part.type === 'rich_text_section' ? (
        part.elements.map((element) => <Inline key={JSON.stringify(element)} element={element} />)
      ) : (
        <Unknown kind="block" type={part.type} />
      )}
    </p>
  ));
}

type RichTextSection = Extract<BlockOf<'rich_text'>['elements'][number], { type: 'rich_text_section' }>;

function Inline({ element }: { element: RichTextSection['elements'][number] }): ReactNode {
  if (element.type === 'text') return element.text;
  if (element.type !== 'link') return <Unknown kind="element" type={element.type} />;
  return (
    <a href={element.url} target="_blank" rel="noreferrer">
      {element.text ?? element.url}
    </a>
  );
}
